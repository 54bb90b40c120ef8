import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import type { SinkPolicy } from './sink-guard.ts'

/** How TLS to any sink is made: at least 1.2 and always verified. */
export function sinkTls(policy: SinkPolicy): { secureContext: SecureContext; rejectUnauthorized: true } {
  // Made once: reading all root certificates takes longer than making a connection.
  const secureContext = policy.once('tls', () =>
    createSecureContext({
      minVersion: 'TLSv1.2',
      ca: policy.extraCas.length > 0 ? [...rootCertificates, ...policy.extraCas] : undefined,
    }),
  )
  // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default to false.
  return { secureContext, rejectUnauthorized: true }
}
