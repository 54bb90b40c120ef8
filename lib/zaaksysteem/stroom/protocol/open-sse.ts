import { POSITIE_EVENT } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_STREAM_HEADERS, retryField } from '#lib/platform/http/event-stream.ts'
import type { Stuk } from '../follow-gebeurtenissen.ts'
import type { OpenedStroom } from '../open-stroom.ts'

const encoder = new TextEncoder()

/**
 * The answer of a stroom of server-sent events. It takes more events only when its reader took those before, and queues
 * one at a time: what is queued still goes to a reader whose token was withdrawn.
 */
export function openSse({ stroom, vanaf, retryMs, stukken }: OpenedStroom): Response {
  let position = vanaf
  let stuk: Stuk = { gewenst: [], tot: vanaf }
  let taken = 0
  const positie = () => encoder.encode(`id: ${position}\nevent: ${POSITIE_EVENT}\ndata: ${position}\n\n`)

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(retryField(retryMs)))
      controller.enqueue(positie())
      stroom.beat = () => {
        // A reader that is behind is told by its next event.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(positie())
      }
      const close = () => stroom.signal.reason !== 'gone' && controller.close()
      stroom.signal.addEventListener('abort', close)
      // The stroom may have ended while the answer was opened.
      if (stroom.signal.aborted) close()
    },
    async pull(controller) {
      for (;;) {
        const gebeurtenis = stuk.gewenst[taken]
        if (gebeurtenis) {
          taken += 1
          position = gebeurtenis.sequence
          return controller.enqueue(gebeurtenis.serverSentEvent)
        }
        position = stuk.tot
        const { done, value } = await stukken.next().catch((err) => {
          stroom.end('gone')
          throw err
        })
        if (stroom.signal.aborted) return
        if (done) return stroom.end(value ?? 'gone')
        stuk = value
        taken = 0
      }
    },
    cancel: () => stroom.end('gone'),
  })
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}
