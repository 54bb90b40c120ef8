import { EventSource } from 'eventsource'
import { LIVE_EVENT, liveMessage } from '#lib/contract/live-message.ts'

/** When the live streams of all these citizens told of a zaak's versie, on this process' clock. */
export class LiveArrivals {
  readonly #arrived = new Map<string, number>()
  readonly #waiting = new Map<string, (at: number) => void>()
  readonly #sources: EventSource[] = []

  async open(origin: string, cookie: string): Promise<void> {
    const source = new EventSource(`${origin}/api/publieksportaal/live`, {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie } }),
    })
    source.addEventListener(LIVE_EVENT, ({ data }) => {
      const { zaakId, versie } = liveMessage.parse(JSON.parse(data))
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

  /** The time of arrival; waits when it is still to come. */
  of(zaakId: string, versie: number): Promise<number> {
    const key = `${zaakId} ${versie}`
    const at = this.#arrived.get(key)
    return at === undefined ? new Promise((resolve) => this.#waiting.set(key, resolve)) : Promise.resolve(at)
  }

  close(): void {
    for (const source of this.#sources) source.close()
  }
}
