import { EventSource } from 'eventsource'
import { LIVE_EVENT, type LiveMessage } from '#lib/contract/live-message.ts'

const GIVE_UP_AFTER_MS = 30_000

/** When a versie of a zaak first arrived on one of the open live streams, by this process's clock. */
export class LiveArrivals {
  readonly #arrived = new Map<string, number>()
  readonly #waiting = new Map<string, (at: number) => void>()
  readonly #sources: EventSource[] = []

  async open(origin: string, cookie: string): Promise<void> {
    const source = new EventSource(`${origin}/api/publieksportaal/live`, {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie } }),
    })
    source.addEventListener(LIVE_EVENT, ({ data }) => {
      const { zaakId, versie } = JSON.parse(data) as LiveMessage
      const key = `${zaakId} ${versie}`
      if (this.#arrived.has(key)) return
      this.#arrived.set(key, performance.now())
      this.#waiting.get(key)?.(performance.now())
    })
    this.#sources.push(source)
    await new Promise<void>((resolve, reject) => {
      source.onopen = () => resolve()
      source.onerror = (event) => reject(new Error(`The live stream did not open: ${event.code}`))
    })
    source.onerror = null
  }

  /** The time of arrival; waits for it, at most GIVE_UP_AFTER_MS. */
  of(zaakId: string, versie: number): Promise<number> {
    const key = `${zaakId} ${versie}`
    const at = this.#arrived.get(key)
    if (at !== undefined) return Promise.resolve(at)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing was heard of ${key}`)), GIVE_UP_AFTER_MS)
      this.#waiting.set(key, (arrivedAt) => {
        clearTimeout(timer)
        resolve(arrivedAt)
      })
    })
  }

  close(): void {
    for (const source of this.#sources) source.close()
  }
}
