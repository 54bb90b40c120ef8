/** Stable codes of why an attempt failed. */
export type ErrorKind =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'redirect'
  | 'blocked_address'
  | 'http_4xx'
  | 'http_5xx'
  | 'too_large'

/** What a failed connection or request was, by the code of the error (Node.js, OpenSSL, undici). First match wins. */
const KINDS_BY_CODE: readonly (readonly [RegExp, ErrorKind])[] = [
  [/^blocked_address$/, 'blocked_address'],
  [/^(ENOTFOUND|ENODATA|EAI_)/, 'dns'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'connect'],
  [/^(ERR_TLS|ERR_SSL|CERT_|EPROTO$|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA)/, 'tls'],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'timeout'],
]

/** Whatever else breaks a conversation that had begun counts as `reset`. */
export function errorKindOf(error: unknown): ErrorKind {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  const { code } = error as { code?: unknown }
  return KINDS_BY_CODE.find(([pattern]) => pattern.test(String(code)))?.[1] ?? 'reset'
}

/** What an answered request was: 2xx delivers, everything else does not. */
export function errorKindOfStatus(status: number): ErrorKind | null {
  if (status >= 200 && status < 300) return null
  if (status >= 500) return 'http_5xx'
  return status >= 400 ? 'http_4xx' : 'redirect'
}
