import { POSITIE_EVENT } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_STREAM_HEADERS, eventStreamBody, retryField } from '#lib/platform/http/event-stream.ts'
import type { OpenedStroom } from '../open-stroom.ts'

const encoder = new TextEncoder()

/**
 * Makes the response of a stroom of server-sent events. It pulls more events only when its reader took the
 * last ones. It queues one at a time, because a queued event still goes to a reader whose token was
 * withdrawn.
 */
export function openSse({ stroom, vanaf, retryMs, stukken }: OpenedStroom): Response {
  let position = vanaf
  const positie = () => encoder.encode(`id: ${position}\nevent: ${POSITIE_EVENT}\ndata: ${position}\n\n`)

  async function* events() {
    for (;;) {
      const { done, value } = await stukken.next()
      if (done) return stroom.end(value ?? 'gone')
      for (const { sequence, serverSentEvent } of value.gewenst) {
        position = sequence
        yield serverSentEvent
      }
      position = value.tot
    }
  }

  const body = eventStreamBody(stroom, {
    begin() {
      stroom.send(encoder.encode(retryField(retryMs)))
      stroom.send(positie())
    },
    beat: positie,
    chunks: events(),
  })
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}
