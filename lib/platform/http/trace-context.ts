import { randomBytes } from 'node:crypto'

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** Returns the W3C trace context of a request; a new one when the header is absent or malformed. */
export function traceparentOf(header: string | null): string {
  if (header && TRACEPARENT.test(header)) return header
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`
}

/** Returns the trace id of a W3C trace context, in hex; null when it is invalid. */
export function traceIdOf(traceparent: unknown): string | null {
  const isValid = typeof traceparent === 'string' && TRACEPARENT.test(traceparent)
  return isValid ? idsOfTraceparent(traceparent).traceId : null
}

/** Returns the ids of a valid W3C trace context, in hex. */
export function idsOfTraceparent(traceparent: string): { traceId: string; parentSpanId: string } {
  const [, traceId = '', parentSpanId = ''] = traceparent.split('-')
  return { traceId, parentSpanId }
}
