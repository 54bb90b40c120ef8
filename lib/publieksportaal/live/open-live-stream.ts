import { SESSIE_EVENT } from '#lib/contract/live-message.ts'
import { retryField } from '#lib/platform/http/event-stream.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findLiveVolgnummer } from './find-live-volgnummer.ts'
import type { LiveHub, TooMany } from './live-hub.ts'
import type { LiveSubscriber } from './open-streams.ts'

/** A stream whose reader is this far behind is closed; the browser reconnects and resumes where it was. */
const MAX_WAITING_CHUNKS = 256
const BEFORE_THE_FIRST = -1

type LiveStream = { ok: true; stream: ReadableStream<Uint8Array> } | { ok: false; reason: TooMany }

const encoder = new TextEncoder()

/**
 * The live events of one citizen. Starts after `lastEventId`, or now when there is none. An id that the portal cannot
 * have sent gives every zaak, so that nothing is missed. Refused when this sign-in or this process has too many.
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
  const reason = hub.refusal(sessieId)
  if (reason) return { ok: false, reason }

  let release = () => {}
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let released = false
      const subscriber: LiveSubscriber = {
        burgerId,
        sessieId,
        cursor: Number.POSITIVE_INFINITY,
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

      // Before the first await, so that the hub counts this stream before the next one asks.
      hub.add(subscriber)
      // Reads the number before it sets the cursor and refreshes after it: a change in between is sent by that refresh.
      const current = await findLiveVolgnummer(ctx, burgerId).catch((err) => {
        release()
        throw err
      })
      if (released) return
      subscriber.cursor = startAfter(lastEventId, current)
      const position = lastEventId === undefined ? ready(current) : ''
      subscriber.send(encoder.encode(`${retryField(hub.retryMs())}${position}${ofSessie(sessieId)}`))
      await hub.refresh(burgerId)
    },
    cancel: () => release(),
  })
  return { ok: true, stream }
}

/** Gives the browser the number to resume from. With an event, because some clients forget an id without one. */
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
