import { expect, test } from 'vitest'
import { errorCodeOf, errorKindOf } from './error-kind.ts'

const failed = (code: string) => Object.assign(new Error(), { code })

// Errors that a test cannot cause on loopback. The others are in request-sink.test.ts.
test.each([
  ['EAI_AGAIN', 'dns'],
  ['ENETUNREACH', 'connect'],
  ['EHOSTUNREACH', 'connect'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
  ['CERT_REVOKED', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['INVALID_PURPOSE', 'tls'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'client_certificate'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'client_certificate'],
  ['ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_EXPIRED', 'client_certificate'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'client_certificate'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls'],
  ['EPROTO', 'tls'],
  ['EPIPE', 'reset'],
  ['SOMETHING_NEW', 'reset'],
])('%s is %s', (code, kind) => {
  expect(errorKindOf(failed(code))).toBe(kind)
})

test('an error without a code is of kind reset, without a detail', () => {
  expect(errorKindOf(new Error('?'))).toBe('reset')
  expect(errorCodeOf(new Error('?'))).toBeNull()
})
