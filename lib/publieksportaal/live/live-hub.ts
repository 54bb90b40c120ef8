import { LIVE_EVENT, type LiveMessage } from '#lib/contract/live-message.ts'
import type { PublieksportaalContext } from '../context.ts'
import { isSessieActief } from '../sign-in/burger/sessies.ts'

/** One open stream. `cursor` is the volgnummer of the last live event that was sent to it. */
export type LiveSubscriber = {
  burgerId: string
  sessieId: string
  cursor: number
  send(chunk: Uint8Array): void
  end(): void
}

/** The open streams of this process. */
export type LiveHub = {
  add(subscriber: LiveSubscriber): void
  remove(subscriber: LiveSubscriber): void
  /** sends each stream of this burger the changes after its cursor */
  refresh(burgerId: string): Promise<void>
  refreshAll(): Promise<void>
  /** how many are open */
  size(): number
  endSessie(sessieId: string): void
  /** keeps the connections open, and ends those whose sign-in is over */
  heartbeat(): Promise<void>
  close(): void
}

type ChangedZaak = { id: string; versie: number; volgnummer: number }

const encoder = new TextEncoder()
const HEARTBEAT = encoder.encode(': \n\n')
const CHANGED_SINCE = `
  select id, versie, live_volgnummer as volgnummer from zaak
  where burger_id = $1 and live_volgnummer > $2 order by live_volgnummer`

export function createLiveHub(ctx: PublieksportaalContext): LiveHub {
  const byBurger = new Map<string, Set<LiveSubscriber>>()
  const refreshing = new Map<string, { again: boolean; done: Promise<void> }>()
  const all = () => [...byBurger.values()].flatMap((subscribers) => [...subscribers])

  async function sendChanges(burgerId: string): Promise<void> {
    const cursors = Array.from(byBurger.get(burgerId) ?? [], ({ cursor }) => cursor)
    if (cursors.length === 0) return
    const { rows } = await ctx.pool.query<ChangedZaak>({
      name: 'live-changed-since',
      text: CHANGED_SINCE,
      values: [burgerId, Math.min(...cursors)],
    })
    for (const zaak of rows) {
      const chunk = encodeMessage(zaak)
      for (const subscriber of byBurger.get(burgerId) ?? []) {
        if (subscriber.cursor >= zaak.volgnummer) continue
        subscriber.cursor = zaak.volgnummer
        subscriber.send(chunk)
      }
    }
  }

  /** One query at a time for each burger; all calls that come during a query are served by one query after it. */
  function refresh(burgerId: string): Promise<void> {
    if (!byBurger.has(burgerId)) return Promise.resolve()
    const current = refreshing.get(burgerId)
    if (current) {
      current.again = true
      return current.done
    }
    const state = { again: false, done: Promise.resolve() }
    state.done = (async () => {
      do {
        state.again = false
        await sendChanges(burgerId).catch((err) => ctx.log.error({ err }, 'Live changes could not be read'))
      } while (state.again)
      refreshing.delete(burgerId)
    })()
    refreshing.set(burgerId, state)
    return state.done
  }

  function endSessie(sessieId: string): void {
    for (const subscriber of all()) if (subscriber.sessieId === sessieId) subscriber.end()
  }

  async function heartbeat(): Promise<void> {
    for (const subscriber of all()) subscriber.send(HEARTBEAT)
    for (const sessieId of new Set(all().map((subscriber) => subscriber.sessieId))) {
      const isActive = await isSessieActief(ctx, sessieId).catch((err) => {
        ctx.log.error({ err }, 'A sign-in could not be checked')
        return true
      })
      if (!isActive) endSessie(sessieId)
    }
  }

  return {
    add(subscriber) {
      const subscribers = byBurger.get(subscriber.burgerId) ?? new Set()
      byBurger.set(subscriber.burgerId, subscribers.add(subscriber))
    },
    remove(subscriber) {
      const subscribers = byBurger.get(subscriber.burgerId)
      subscribers?.delete(subscriber)
      if (subscribers?.size === 0) byBurger.delete(subscriber.burgerId)
    },
    refresh,
    async refreshAll() {
      await Promise.all([...byBurger.keys()].map(refresh))
    },
    size: () => all().length,
    endSessie,
    heartbeat,
    close() {
      for (const subscriber of all()) subscriber.end()
    },
  }
}

/** JSON.stringify writes no line break, so the message fits in one `data` line. */
function encodeMessage({ id, versie, volgnummer }: ChangedZaak): Uint8Array {
  const message: LiveMessage = { zaakId: id, versie }
  return encoder.encode(`id: ${volgnummer}\nevent: ${LIVE_EVENT}\ndata: ${JSON.stringify(message)}\n\n`)
}
