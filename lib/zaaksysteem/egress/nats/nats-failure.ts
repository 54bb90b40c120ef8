import { JetStreamApiError } from '@nats-io/jetstream'
import { errors } from '@nats-io/transport-node'
import { type ErrorKind, errorCodeOf, errorKindOf } from '../error-kind.ts'

export type NatsFailure = { foutsoort: ErrorKind; foutdetail: string | null }

const AUTH = [errors.AuthorizationError, errors.UserAuthenticationExpiredError, errors.PermissionViolationError]

/**
 * Returns the kind of a failure to connect or publish, by the innermost error: the client wraps the original
 * one.
 */
export function natsFailureOf(error: unknown): NatsFailure {
  const { cause } = error as { cause?: unknown }
  if (cause instanceof Error) return natsFailureOf(cause)
  if (error instanceof JetStreamApiError) return { foutsoort: 'stream_refused', foutdetail: `jetstream_${error.code}` }
  if (error instanceof errors.NoRespondersError) return { foutsoort: 'no_stream', foutdetail: null }
  if (AUTH.some((kind) => error instanceof kind)) return { foutsoort: 'auth', foutdetail: null }
  // The client has no error code for a server that offers no TLS.
  const offersNoTls = error instanceof errors.ConnectionError && error.message.includes("'tls'")
  if (offersNoTls) return { foutsoort: 'tls', foutdetail: 'no_tls_offered' }
  return { foutsoort: errorKindOf(error), foutdetail: errorCodeOf(error) }
}
