import type { IncomingMessage } from 'node:http'

/**
 * What the API relies on and what may be there once. A second Content-Length is refused by Node.js itself.
 *
 * RFC 9421 and RFC 9530 allow their headers as lists over several lines. Here exactly one signature is looked at, so
 * that refusing a second line takes nothing from anybody.
 */
const ONCE =
  /^(?:authorization|content-type|content-digest|digest|signature|signature-input|nlgov-adr-payload-sig|idempotency-key|traceparent|webhook-.*|ce-.*)$/

/**
 * The name of a header that a request to the API repeats, though it may occur once. Of some of these Node.js drops the
 * second, others it joins: whoever comes before us may have looked at another one than we would.
 */
export function duplicateHeader({
  url = '',
  rawHeaders,
}: Pick<IncomingMessage, 'url' | 'rawHeaders'>): string | undefined {
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase()
    if (seen.has(name) && ONCE.test(name)) return isApi(url) ? name : undefined
    seen.add(name)
  }
  return undefined
}

/** By the path as Next.js reads it: without dot segments, and without the origin that a request target may have. */
function isApi(url: string): boolean {
  const origin = 'http://localhost'
  return !URL.canParse(url, origin) || new URL(url, origin).pathname.startsWith('/api/')
}
