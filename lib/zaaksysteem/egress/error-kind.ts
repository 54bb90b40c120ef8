import type { FOUTSOORTEN } from '#lib/contract/webhook.ts'
import { NameError } from './resolver.ts'

export type ErrorKind = (typeof FOUTSOORTEN)[number]

/** The kind of a failed request by the code of its error (Node.js, OpenSSL, undici). The first match wins. */
const KINDS_BY_CODE: readonly (readonly [RegExp, ErrorKind])[] = [
  [/^blocked_address$/, 'blocked_address'],
  // For the name of an egress proxy, which Node.js resolves. A failed name of a sink is a NameError.
  [/^(ENOTFOUND|EAI_)/, 'dns'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'connect'],
  // undici aborts a request only when a proxy refuses the tunnel. Our own timeout raises a TimeoutError.
  [/^UND_ERR_ABORTED$/, 'connect'],
  // An alert about a certificate concerns our own, because the certificate of the sink is verified here.
  [/^ERR_SSL_.*ALERT_(NO_|BAD_|UNSUPPORTED_)?(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/, 'client_certificate'],
  [/^(ERR_TLS|ERR_SSL|CERT_|CRL_|EPROTO$|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERROR_IN_C|HOSTNAME_MISMATCH$)/, 'tls'],
  [/^(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|UNSPECIFIED)$/, 'tls'],
  [/^UND_ERR_HEADERS_TIMEOUT$/, 'timeout'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'too_large'],
]

/** An invalid request of ours, or a process that is out of file descriptors or name slots. */
const OWN_FAULT = /^(UND_ERR_INVALID_ARG|EMFILE|ENFILE|too_many_names)$/

/** True when the fault is ours, so that it must not cost the receiver an attempt. */
export function isOwnFault(error: unknown): boolean {
  return OWN_FAULT.test(errorCodeOf(error) ?? '')
}

/** Any other error counts as `reset`: it broke an established connection. */
export function errorKindOf(error: unknown): ErrorKind {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  // The class decides, because a DNS server may refuse the connection with the same code as a sink.
  if (error instanceof NameError) return 'dns'
  const code = errorCodeOf(error) ?? ''
  return KINDS_BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'reset'
}

/**
 * Returns the code of Node.js, OpenSSL or undici, such as `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`
 * (another host), `DEPTH_ZERO_SELF_SIGNED_CERT` or `UNABLE_TO_VERIFY_LEAF_SIGNATURE` (unknown issuer).
 */
export function errorCodeOf(error: unknown): string | null {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  // undici wraps the error about the certificate of a host behind a proxy in this code.
  if (code === 'UND_ERR_PRX_TLS') return errorCodeOf(cause)
  return typeof code === 'string' ? code : null
}

/** Returns the kind of failure of a response; null for 2xx, which counts as delivered. */
export function errorKindOfStatus(status: number): ErrorKind | null {
  if (status >= 200 && status < 300) return null
  if (status >= 500) return 'http_5xx'
  return status >= 400 ? 'http_4xx' : 'redirect'
}
