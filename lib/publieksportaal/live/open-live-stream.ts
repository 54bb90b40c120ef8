import type { PublieksportaalContext } from '../context.ts'
import { findLiveVolgnummer } from './find-live-volgnummer.ts'
import type { LiveHub, LiveSubscriber } from './live-hub.ts'

export const LIVE_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
} as const

const RECONNECT_AFTER_MS = 1_000
/** A reader that is this far behind is let go; it resumes where it was when it comes back. */
const MAX_WAITING_CHUNKS = 256
const BEFORE_THE_FIRST = -1

const encoder = new TextEncoder()

/**
 * The live events of one citizen. Starts after `lastEventId`; without one it starts now; with one that cannot be
 * ours it gives every zaak, so that nothing is missed.
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
): ReadableStream<Uint8Array> {
  let release = () => {}
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let released = false
      const subscriber: LiveSubscriber = {
        burgerId,
        sessieId,
        cursor: 0,
        send(chunk) {
          if ((controller.desiredSize ?? 0) < -MAX_WAITING_CHUNKS) end()
          else controller.enqueue(chunk)
        },
        end,
      }
      release = () => {
        released = true
        signal.removeEventListener('abort', end)
        hub.remove(subscriber)
      }
      function end() {
        if (released) return
        release()
        controller.close()
      }
      signal.addEventListener('abort', end)
      if (signal.aborted) return end()

      // The number is read first and the refresh comes last: what changes in between is sent by either of the two.
      const current = await findLiveVolgnummer(ctx, burgerId)
      if (released) return
      subscriber.cursor = startAfter(lastEventId, current)
      hub.add(subscriber)
      subscriber.send(
        encoder.encode(`retry: ${RECONNECT_AFTER_MS}\n${lastEventId === undefined ? ready(current) : ''}\n`),
      )
      await hub.refresh(burgerId)
    },
    cancel: () => release(),
  })
}

/** Gives the browser the number to resume from. Not only an id, which some clients forget without an event. */
function ready(current: number): string {
  return `id: ${current}\nevent: verbonden\ndata:\n`
}

function startAfter(lastEventId: string | undefined, current: number): number {
  if (lastEventId === undefined) return current
  const volgnummer = /^\d{1,10}$/.test(lastEventId) ? Number(lastEventId) : BEFORE_THE_FIRST
  return volgnummer > current ? BEFORE_THE_FIRST : volgnummer
}
