import type { SinkPolicy } from './sink-guard.ts'

/** A policy as in production, except for what a test says. */
export function testPolicy(policy: Partial<SinkPolicy> = {}): SinkPolicy {
  return { allowPrivateSinks_DEMO_ONLY: false, interneNetwerken: [], egressProxy: undefined, extraCas: [], ...policy }
}
