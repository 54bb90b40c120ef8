import { EventSource } from 'eventsource'
import { LIVE_EVENT, type LiveMessage } from '#lib/contract/live-message.ts'

type Waiting = { versie: number; arrived: (at: number) => void }

/**
 * Records when a versie of a zaak arrived on an open live stream, by this process's clock. A message about a
 * later versie covers the earlier ones.
 */
export class LiveArrivals {
  readonly #newest = new Map<string, { versie: number; at: number }>()
  readonly #waiting = new Map<string, Set<Waiting>>()
  readonly #sources: EventSource[] = []
  readonly #giveUpAfterMs: number

  constructor({ giveUpAfterMs = 30_000 } = {}) {
    this.#giveUpAfterMs = giveUpAfterMs
  }

  async open(origin: string, cookie: string): Promise<void> {
    const source = new EventSource(`${origin}/api/publieksportaal/live`, {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie } }),
    })
    source.addEventListener(LIVE_EVENT, ({ data }) => this.#arrive(JSON.parse(data) as LiveMessage))
    this.#sources.push(source)
    await new Promise<void>((resolve, reject) => {
      source.onopen = () => resolve()
      source.onerror = (event) => reject(new Error(`The live stream did not open: ${event.code}`))
    })
    source.onerror = null
  }

  #arrive({ zaakId, versie }: LiveMessage) {
    const at = performance.now()
    if (versie <= (this.#newest.get(zaakId)?.versie ?? 0)) return
    this.#newest.set(zaakId, { versie, at })
    for (const one of this.#waiting.get(zaakId) ?? []) if (one.versie <= versie) one.arrived(at)
  }

  /** Resolves to the time of arrival; rejects after a timeout. */
  of(zaakId: string, versie: number): Promise<number> {
    const newest = this.#newest.get(zaakId)
    if (newest && newest.versie >= versie) return Promise.resolve(newest.at)
    const ofZaak = this.#waiting.get(zaakId) ?? new Set()
    this.#waiting.set(zaakId, ofZaak)
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        versie,
        arrived: (at) => {
          clearTimeout(timer)
          ofZaak.delete(one)
          resolve(at)
        },
      }
      const timer = setTimeout(() => {
        ofZaak.delete(one)
        reject(new Error(`Timed out waiting for zaak ${zaakId} versie ${versie}`))
      }, this.#giveUpAfterMs)
      ofZaak.add(one)
    })
  }

  close(): void {
    for (const source of this.#sources) source.close()
  }
}
