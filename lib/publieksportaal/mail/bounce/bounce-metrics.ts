import { Counter, Registry } from 'prom-client'
import { perProcess } from '#lib/platform/per-process.ts'
import type { PublieksportaalContext } from '../../context.ts'

function createBounceMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    read: new Counter({
      name: 'zaakbode_bounces_total',
      help: 'Mails that came back and that this process read: refused, failed, pending, automatic, unknown or unreadable',
      registers,
      labelNames: ['outcome'] as const,
    }),
    failed: new Counter({
      name: 'zaakbode_bounce_mailbox_failures_total',
      help: 'How often this process could not read the mailbox of what comes back',
      registers,
    }),
  }
}

type BounceMetrics = ReturnType<typeof createBounceMetrics>

const known = perProcess(
  'publieksportaal.bounceMetrics',
  () => new WeakMap<PublieksportaalContext['env'], BounceMetrics>(),
)

/** The counters of a portal of what came back. */
export function bounceMetrics({ env }: Pick<PublieksportaalContext, 'env'>): BounceMetrics {
  const metrics = known.get(env) ?? createBounceMetrics()
  known.set(env, metrics)
  return metrics
}
