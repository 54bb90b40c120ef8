import type { IncomingMessage } from 'node:http'

/**
 * Headers that the API relies on and that may occur once. Node.js itself refuses a second Content-Length.
 *
 * RFC 9421 and RFC 9530 allow their headers as lists over several lines. The receiver needs one signature and one
 * digest, and any others fit on the same line, so no sender needs a second line.
 */
const ONCE =
  /^(?:authorization|content-type|content-digest|digest|signature|signature-input|nlgov-adr-payload-sig|idempotency-key|traceparent|webhook-.*|ce-.*)$/

/**
 * The name of a header that an API request repeats although it may occur once. Node.js drops the second of some of
 * these headers and joins others, so a proxy in front may have checked another value than the one that the API reads.
 */
export function duplicateHeader({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): string | undefined {
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase()
    if (seen.has(name) && ONCE.test(name)) return name
    seen.add(name)
  }
  return undefined
}
