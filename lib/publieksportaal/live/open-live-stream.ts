import { SESSIE_EVENT } from '#lib/contract/live-message.ts'
import { eventStreamBody, retryField, type TooMany } from '#lib/platform/http/event-stream.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { LiveHub } from './live-hub.ts'

/**
 * Returns the number of the burger's last live event. A page reads it before the zaken and opens its stream
 * with `?vanaf=<number>`, so that it misses no change in between.
 */
export async function findLiveVolgnummer(ctx: PublieksportaalContext, burgerId: string): Promise<number> {
  const { rows } = await ctx.pool.query<{ live_volgnummer: number }>({
    name: 'find-live-volgnummer',
    text: 'select live_volgnummer from burger where id = $1',
    values: [burgerId],
  })
  return rows[0]?.live_volgnummer ?? 0
}

const BEFORE_THE_FIRST = -1

type LiveStream = { ok: true; stream: ReadableStream<Uint8Array> } | { ok: false; reason: TooMany }

const encoder = new TextEncoder()
const HEARTBEAT = encoder.encode(': \n\n')

/**
 * Streams the live events of one citizen, after `lastEventId`, or from now without one. An id that the portal
 * cannot have sent gives every zaak, so that nothing is missed. Refused when this sign-in or process has too
 * many streams.
 */
export function openLiveStream(
  ctx: PublieksportaalContext,
  hub: LiveHub,
  {
    burgerId,
    sessieId,
    lastEventId,
    signal,
  }: { burgerId: string; sessieId: string; lastEventId: string | undefined; signal: AbortSignal },
): LiveStream {
  const subscriber = hub.open({ burgerId, sessieId })
  if (typeof subscriber === 'string') return { ok: false, reason: subscriber }
  const leave = () => subscriber.end('gone')
  signal.addEventListener('abort', leave)
  subscriber.signal.addEventListener('abort', () => signal.removeEventListener('abort', leave))
  if (signal.aborted) leave()

  const stream = eventStreamBody(subscriber, {
    async begin() {
      // Reads the number before setting the cursor and refreshes afterwards: that refresh sends a change in
      // between.
      const current = await findLiveVolgnummer(ctx, burgerId)
      if (subscriber.signal.aborted) return
      subscriber.cursor = startAfter(lastEventId, current)
      const position = lastEventId === undefined ? ready(current) : ''
      subscriber.send(encoder.encode(`${retryField(hub.retryMs())}${position}${ofSessie(sessieId)}`))
      await hub.refresh(burgerId)
    },
    beat: () => HEARTBEAT,
  })
  return { ok: true, stream }
}

/** Sends the number to resume from. As an event, because some clients forget an id without one. */
function ready(current: number): string {
  return `id: ${current}\nevent: verbonden\ndata:\n\n`
}

function ofSessie(sessieId: string): string {
  return `event: ${SESSIE_EVENT}\ndata: ${sessieId}\n\n`
}

function startAfter(lastEventId: string | undefined, current: number): number {
  if (lastEventId === undefined) return current
  const volgnummer = /^\d{1,10}$/.test(lastEventId) ? Number(lastEventId) : BEFORE_THE_FIRST
  return volgnummer > current ? BEFORE_THE_FIRST : volgnummer
}
