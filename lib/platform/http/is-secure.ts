/** Written by the web process for every request (`settleForwarded`), whatever a client sent under this name. */
export const PROTOCOL_HEADER = 'x-forwarded-proto'

/** Whether a request came over TLS, to this process or to a proxy that it trusts. */
export function isSecure(headers: Headers): boolean {
  return headers.get(PROTOCOL_HEADER) === 'https'
}
