import { encodeCeHeader } from '../generated/ce-header.mjs'

/**
 * An event as a request: structured or binary mode (CloudEvents HTTP binding 1.0.2 sections 3.2 and 3.1).
 *
 * @param {'structured' | 'binary'} contentmodus
 * @param {import('./gebeurtenis.mjs').Gebeurtenis} gebeurtenis
 * @returns {{ body: string, headers: Record<string, string> }}
 */
export function renderRequest(contentmodus, gebeurtenis) {
  if (contentmodus === 'structured') {
    const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' }
    return { body: JSON.stringify(gebeurtenis), headers }
  }
  const { data, datacontenttype, ...attributes } = gebeurtenis
  const headers = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeCeHeader(String(value))])
  return {
    body: JSON.stringify(data),
    headers: { 'content-type': String(datacontenttype), ...Object.fromEntries(headers) },
  }
}
