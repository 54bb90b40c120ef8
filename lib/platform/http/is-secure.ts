/** `settleForwarded` sets it on every request of the web process and overwrites what a client sent. */
export const PROTOCOL_HEADER = 'x-forwarded-proto'

/** Whether a request came over TLS, to this process or to a proxy that it trusts. */
export function isSecure(headers: Headers): boolean {
  return headers.get(PROTOCOL_HEADER) === 'https'
}
