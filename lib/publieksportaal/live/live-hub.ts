import { LIVE_EVENT, type LiveMessage } from '#lib/contract/live-message.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findActieveSessies } from '../sign-in/burger/sessies.ts'

/** The tabs of one browser share a stream; on a bad network, streams that broke off are noticed only later. */
const MAX_STREAMS_OF_SESSIE = 20
/** A stream takes about 72 kB of memory. */
const MAX_STREAMS = 5_000

/** One open stream. `cursor` is the volgnummer of the last live event that was sent to it, Infinity until that is known. */
export type LiveSubscriber = {
  burgerId: string
  sessieId: string
  cursor: number
  send(chunk: Uint8Array): void
  end(): void
}

export type TooMany = 'too_many_of_sessie' | 'too_many'

/** The open streams of this process. */
export type LiveHub = {
  /** why there is no place for one more stream of this sessie, if there is none */
  refusal(sessieId: string): TooMany | undefined
  add(subscriber: LiveSubscriber): void
  remove(subscriber: LiveSubscriber): void
  /** sends each stream of this burger the changes after its cursor */
  refresh(burgerId: string): Promise<void>
  /** the same for every burger with an open stream: finds with one query who has changes */
  refreshAll(): Promise<void>
  /** how many are open */
  size(): number
  endSessie(sessieId: string): void
  /** keeps the connections open, ends those whose sign-in is over, and sends what no hint came of */
  heartbeat(): Promise<void>
  close(): void
}

type ChangedZaak = { id: string; versie: number; volgnummer: number }

const encoder = new TextEncoder()
const HEARTBEAT = encoder.encode(': \n\n')
const CHANGED_SINCE = `
  select id, versie, live_volgnummer as volgnummer from zaak
  where burger_id = $1 and live_volgnummer > $2 order by live_volgnummer`

/** No join, which the planner may turn into a scan of all burgers: a subquery looks up one row of each open page. */
const CHANGED_BURGERS = `
  select id from unnest($1::uuid[], $2::int[]) as open (id, cursor)
  where (select live_volgnummer from burger where burger.id = open.id) > cursor`

export function createLiveHub(ctx: PublieksportaalContext, { maxStreams = MAX_STREAMS } = {}): LiveHub {
  const byBurger = new Map<string, Set<LiveSubscriber>>()
  const refreshing = new Map<string, { again: boolean; done: Promise<void> }>()
  const all = () => [...byBurger.values()].flatMap((subscribers) => [...subscribers])

  /** Infinity when no stream of the burger knows yet where it starts. */
  function firstCursor(burgerId: string): number {
    return Math.min(...Array.from(byBurger.get(burgerId) ?? [], ({ cursor }) => cursor))
  }

  async function sendChanges(burgerId: string): Promise<void> {
    const since = firstCursor(burgerId)
    if (since === Number.POSITIVE_INFINITY) return
    const { rows } = await ctx.pool.query<ChangedZaak>({
      name: 'live-changed-since',
      text: CHANGED_SINCE,
      values: [burgerId, since],
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

  async function refreshAll(): Promise<void> {
    const burgerIds = [...byBurger.keys()].filter((burgerId) => firstCursor(burgerId) !== Number.POSITIVE_INFINITY)
    try {
      const { rows } = await ctx.pool.query<{ id: string }>({
        name: 'live-changed-burgers',
        text: CHANGED_BURGERS,
        values: [burgerIds, burgerIds.map(firstCursor)],
      })
      await Promise.all(rows.map(({ id }) => refresh(id)))
    } catch (err) {
      ctx.log.error({ err }, 'It could not be read who has live changes')
    }
  }

  function endSessie(sessieId: string): void {
    for (const subscriber of all()) if (subscriber.sessieId === sessieId) subscriber.end()
  }

  async function heartbeat(): Promise<void> {
    for (const subscriber of all()) subscriber.send(HEARTBEAT)
    const sessieIds = [...new Set(all().map(({ sessieId }) => sessieId))]
    try {
      const active = await findActieveSessies(ctx, sessieIds)
      for (const sessieId of sessieIds) if (!active.has(sessieId)) endSessie(sessieId)
    } catch (err) {
      ctx.log.error({ err }, 'The sign-ins could not be checked')
    }
    await refreshAll()
  }

  return {
    refusal(sessieId) {
      const open = all()
      if (open.length >= maxStreams) return 'too_many'
      const ofSessie = open.filter((subscriber) => subscriber.sessieId === sessieId)
      return ofSessie.length >= MAX_STREAMS_OF_SESSIE ? 'too_many_of_sessie' : undefined
    },
    add(subscriber) {
      const { burgerId } = subscriber
      if (!byBurger.has(burgerId)) ctx.liveBus?.subscribe(burgerId)
      byBurger.set(burgerId, (byBurger.get(burgerId) ?? new Set()).add(subscriber))
    },
    remove(subscriber) {
      const { burgerId } = subscriber
      const subscribers = byBurger.get(burgerId)
      subscribers?.delete(subscriber)
      if (subscribers?.size !== 0) return
      byBurger.delete(burgerId)
      ctx.liveBus?.unsubscribe(burgerId)
    },
    refresh,
    refreshAll,
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
