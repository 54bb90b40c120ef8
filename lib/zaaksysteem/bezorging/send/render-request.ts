import { encodeCeHeader } from '#lib/contract/ce-header.ts'
import { EVENT_BATCH_CONTENT_TYPE, EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import type { Contentmodus } from '../../generated/enums.ts'

type RenderedRequest = { body: string; headers: Record<string, string> }

/**
 * Renders events as the body and the headers of a request (CloudEvents HTTP binding 1.0.2 sections 3.1 to
 * 3.3).
 *
 * @param events CloudEvents in JSON, exactly as stored; one unless the mode is `batch`
 */
export function renderRequest(contentmodus: Contentmodus, events: readonly string[]): RenderedRequest {
  if (contentmodus === 'batch') {
    return { body: `[${events.join(',')}]`, headers: { 'content-type': EVENT_BATCH_CONTENT_TYPE } }
  }
  const [event] = events
  if (event === undefined || events.length > 1) throw new Error(`A request in mode ${contentmodus} holds one event`)
  return contentmodus === 'binary' ? renderBinary(event) : renderStructured(event)
}

function renderStructured(event: string): RenderedRequest {
  return { body: event, headers: { 'content-type': EVENT_CONTENT_TYPE } }
}

/** `datacontenttype` becomes the Content-Type of the request instead of a `ce-` header. */
function renderBinary(event: string): RenderedRequest {
  const { data, datacontenttype, ...attributes } = JSON.parse(event) as Record<string, unknown>
  const headers = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeCeHeader(String(value))])
  return {
    body: JSON.stringify(data),
    headers: { 'content-type': String(datacontenttype), ...Object.fromEntries(headers) },
  }
}
