import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import type { ClientCertificate } from './client-certificate.ts'
import type { SinkPolicy } from './sink-guard.ts'

/**
 * The TLS settings for any sink: at least 1.2 and always verified.
 *
 * @param clientCertificate shown to a sink that asks for one
 */
export function sinkTls(
  policy: SinkPolicy,
  clientCertificate?: ClientCertificate,
): { secureContext: SecureContext; rejectUnauthorized: true } {
  const make = () =>
    createSecureContext({
      minVersion: 'TLSv1.2',
      ca: policy.extraCas.length > 0 ? [...rootCertificates, ...policy.extraCas] : undefined,
      ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.key }),
    })
  // Made once, because reading all root certificates takes longer than making a connection.
  const secureContext = clientCertificate ? make() : policy.once('tls', make)
  // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default to false.
  return { secureContext, rejectUnauthorized: true }
}
