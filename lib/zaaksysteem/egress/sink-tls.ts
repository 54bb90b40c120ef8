import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { perProcess } from '#lib/platform/per-process.ts'
import type { SinkPolicy } from './sink-guard.ts'

const contexts = perProcess('zaaksysteem.sink-tls', () => new WeakMap<SinkPolicy, SecureContext>())

/** How TLS to any sink is made: at least 1.2 and always verified. */
export function sinkTls(policy: SinkPolicy): { secureContext: SecureContext; rejectUnauthorized: true } {
  // Made once: reading all root certificates takes longer than making a connection.
  let secureContext = contexts.get(policy)
  if (!secureContext) {
    secureContext = createSecureContext({
      minVersion: 'TLSv1.2',
      ca: policy.extraCas.length > 0 ? [...rootCertificates, ...policy.extraCas] : undefined,
    })
    contexts.set(policy, secureContext)
  }
  // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default to false.
  return { secureContext, rejectUnauthorized: true }
}
