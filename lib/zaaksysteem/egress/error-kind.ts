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
  // Only a proxy that refuses a tunnel aborts a request: a total limit that passed has a TimeoutError.
  [/^UND_ERR_ABORTED$/, 'connect'],
  [/^(ERR_TLS|ERR_SSL|CERT_|CRL_|EPROTO$|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERROR_IN_C|HOSTNAME_MISMATCH$)/, 'tls'],
  [/^(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|UNSPECIFIED)$/, 'tls'],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'timeout'],
  [/^(too_large|UND_ERR_HEADERS_OVERFLOW)$/, 'too_large'],
]

/** A request that we made wrongly, or a process out of file descriptors. */
const OWN_FAULT = /^(UND_ERR_INVALID_ARG|EMFILE|ENFILE)$/

/** Whether the fault lies with us, so that it must not cost the receiver an attempt. */
export function isOwnFault(error: unknown): boolean {
  return OWN_FAULT.test(errorCodeOf(error) ?? '')
}

/** Whatever else breaks a conversation that had begun counts as `reset`. */
export function errorKindOf(error: unknown): ErrorKind {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  const code = errorCodeOf(error) ?? ''
  return KINDS_BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'reset'
}

/**
 * The code that Node.js, OpenSSL or undici gave, such as `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID` (another
 * host), `DEPTH_ZERO_SELF_SIGNED_CERT` or `UNABLE_TO_VERIFY_LEAF_SIGNATURE` (unknown issuer).
 */
export function errorCodeOf(error: unknown): string | null {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  // How undici wraps the wrong certificate of a host behind a proxy.
  if (code === 'UND_ERR_PRX_TLS') return errorCodeOf(cause)
  return typeof code === 'string' ? code : null
}

/** What an answered request was: 2xx delivers, everything else does not. */
export function errorKindOfStatus(status: number): ErrorKind | null {
  if (status >= 200 && status < 300) return null
  if (status >= 500) return 'http_5xx'
  return status >= 400 ? 'http_4xx' : 'redirect'
}
