import { createOnce } from '#lib/platform/once.ts'
import type { SinkPolicy } from './sink-guard.ts'

/** The policy of production, except for what `policy` sets. */
export function testPolicy(policy: Partial<SinkPolicy> = {}): SinkPolicy {
  return {
    allowPrivateSinks_DEMO_ONLY: false,
    interneNetwerken: [],
    egressProxy: undefined,
    dnsServers: [],
    extraCas: [],
    once: createOnce(),
    ...policy,
  }
}
