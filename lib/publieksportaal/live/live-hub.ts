import { LIVE_EVENT, type LiveMessage, STAND_EVENT, type StandMessage } from '#lib/contract/live-message.ts'
import {
  createOpenStreams,
  type OpenStream,
  type OpenStreams,
  type Part,
  type TooMany,
} from '#lib/platform/http/event-stream.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { LiveHint } from '../inbox/live-hint.ts'
import { findActieveSessies } from '../sign-in/burger/sessies.ts'
import { findStand } from '../sync/bron-stand.ts'

/** The tabs of a browser share a stream; on a bad network, broken streams are noticed late. */
const MAX_STREAMS_OF_SESSIE = 20
/** A stream takes about 35 kB of memory. */
const MAX_STREAMS = 12_000
/**
 * When this process ends, its pages reconnect to others, at about a millisecond each. Not lower: a page that
 * finds no process waits as long again.
 */
const MAX_RETURNS_PER_SECOND = 1_000

type Opening = {
  burgerId: string
  sessieId: string
  /** the volgnummer of the last live event that was sent; Infinity until it is known */
  cursor: number
}
type LiveSubscriber = OpenStream<Opening, 'sessie_beeindigd'>

/** The open streams of this process. */
export type LiveHub = Pick<OpenStreams<Opening, never, never>, 'size' | 'retryMs' | 'close'> & {
  /** opens a stream of this sessie, unless there are too many */
  open(opening: Pick<Opening, 'burgerId' | 'sessieId'>): LiveSubscriber | TooMany
  /**
   * sends the change to the streams of its burger without a query; refreshes when one lacks an earlier change
   */
  tell(hint: LiveHint): void
  /** sends each stream of this burger the changes after its cursor */
  refresh(burgerId: string): Promise<void>
  refreshAll(): Promise<void>
  endSessie(sessieId: string): void
  /**
   * Keeps connections open, ends streams with an expired sign-in, sends changes without a hint, and then the
   * time of the last sync with the bron. A part covers some of the streams.
   */
  heartbeat(part?: Part): Promise<void>
}

const encoder = new TextEncoder()
/**
 * `lateral` with its own order keeps this an index lookup for each burger, whatever the table statistics say.
 */
const CHANGED_SINCE = `
  select changed.* from unnest($1::uuid[], $2::int[]) as open (burger_id, cursor)
  cross join lateral (
    (
      select burger_id as "burgerId", live_volgnummer as volgnummer, id as "zaakId", versie from zaak
      where zaak.burger_id = open.burger_id and live_volgnummer > open.cursor order by live_volgnummer
    ) union all (
      select burger_id, live_volgnummer, id, versie from verwijderde_zaak as verwijderd
      where verwijderd.burger_id = open.burger_id and live_volgnummer > open.cursor order by live_volgnummer
    )
  ) as changed
  order by volgnummer`

export function createLiveHub(
  ctx: PublieksportaalContext,
  { maxStreams = MAX_STREAMS, random = Math.random } = {},
): LiveHub {
  const streams: OpenStreams<Opening, 'sessie_beeindigd', 'burger' | 'sessie'> = createOpenStreams({
    keys: { burger: ({ burgerId }) => burgerId, sessie: ({ sessieId }) => sessieId },
    owner: 'sessie',
    most: maxStreams,
    mostOfOwner: MAX_STREAMS_OF_SESSIE,
    returnsPerSecond: MAX_RETURNS_PER_SECOND,
    random,
  })
  const ofBurger = (burgerId: string) => streams.of('burger', burgerId)
  /** the callers that wait for the query after the current one */
  let waiting: { burgerIds: Set<string>; done: Promise<void> } | undefined
  let looking = Promise.resolve()

  /** Infinity while no stream of the burger knows its start yet. */
  function firstCursor(burgerId: string): number {
    return Math.min(...Array.from(ofBurger(burgerId), ({ cursor }) => cursor))
  }

  function send(hint: LiveHint): void {
    const subscribers = ofBurger(hint.burgerId)
    if (subscribers.size === 0) return
    const chunk = encodeMessage(hint)
    for (const subscriber of subscribers) {
      if (subscriber.cursor >= hint.volgnummer) continue
      subscriber.cursor = hint.volgnummer
      subscriber.send(chunk)
    }
  }

  function tell(hint: LiveHint): void {
    const haveAllBefore = firstCursor(hint.burgerId) >= hint.volgnummer - 1
    // False for a hint of an older process, which has no number.
    if (haveAllBefore) send(hint)
    else void refresh(hint.burgerId)
  }

  async function look(burgerIds: string[]): Promise<void> {
    const started = burgerIds.filter((burgerId) => firstCursor(burgerId) < Number.POSITIVE_INFINITY)
    if (started.length === 0) return
    const { rows } = await ctx.pool.query<LiveHint>({
      name: 'live-changed-since',
      text: CHANGED_SINCE,
      values: [started, started.map(firstCursor)],
    })
    for (const changed of rows) send(changed)
  }

  /** Runs one query at a time, for all burgers that arrived during the query before it. */
  function refresh(burgerId: string): Promise<void> {
    if (ofBurger(burgerId).size === 0) return Promise.resolve()
    if (!waiting) {
      const burgerIds = new Set<string>()
      looking = looking.then(async () => {
        waiting = undefined
        await look([...burgerIds]).catch((err) => ctx.log.error({ err }, 'Live changes could not be read'))
      })
      waiting = { burgerIds, done: looking }
    }
    waiting.burgerIds.add(burgerId)
    return waiting.done
  }

  async function refreshAll(): Promise<void> {
    await Promise.all([...streams.groups('burger').keys()].map(refresh))
  }

  function endSessie(sessieId: string): void {
    for (const subscriber of [...streams.of('sessie', sessieId)]) subscriber.end('sessie_beeindigd')
  }

  async function heartbeat(part?: Part): Promise<void> {
    const subscribers = streams.beat(part)
    const sessieIds = [...new Set(subscribers.map(({ sessieId }) => sessieId))]
    try {
      const active = await findActieveSessies(ctx, sessieIds)
      for (const sessieId of sessieIds) if (!active.has(sessieId)) endSessie(sessieId)
    } catch (err) {
      ctx.log.error({ err }, 'The sign-ins could not be checked')
    }
    const stand = await findStand(ctx).catch((err) => {
      // the pages then no longer say that they are up to date
      ctx.log.error({ err }, 'The position of the bron could not be read')
    })
    await Promise.all(subscribers.map(({ burgerId }) => refresh(burgerId)))
    if (!stand) return
    const chunk = encodeStand(stand)
    for (const subscriber of subscribers) if (!subscriber.signal.aborted) subscriber.send(chunk)
  }

  return {
    open({ burgerId, sessieId }) {
      const isFirst = ofBurger(burgerId).size === 0
      const subscriber = streams.open({ burgerId, sessieId, cursor: Number.POSITIVE_INFINITY })
      if (typeof subscriber === 'string') return subscriber
      if (isFirst) ctx.liveBus?.subscribe(burgerId)
      subscriber.signal.addEventListener('abort', () => {
        if (ofBurger(burgerId).size === 0) ctx.liveBus?.unsubscribe(burgerId)
      })
      return subscriber
    },
    tell,
    refresh,
    refreshAll,
    size: streams.size,
    endSessie,
    retryMs: streams.retryMs,
    heartbeat,
    close: streams.close,
  }
}

function encodeStand({ op, isLate }: Awaited<ReturnType<typeof findStand>>): Uint8Array {
  const message: StandMessage = { op: op?.toISOString() ?? null, isLate }
  return encoder.encode(`event: ${STAND_EVENT}\ndata: ${JSON.stringify(message)}\n\n`)
}

/** JSON.stringify writes no line break, so the message fits in one `data` line. */
function encodeMessage({ zaakId, versie, volgnummer }: LiveHint): Uint8Array {
  const message: LiveMessage = { zaakId, versie }
  return encoder.encode(`id: ${volgnummer}\nevent: ${LIVE_EVENT}\ndata: ${JSON.stringify(message)}\n\n`)
}
