import { Counter, Registry } from 'prom-client'
import { perProcess } from '#lib/platform/per-process.ts'
import type { PublieksportaalContext } from '../context.ts'

function createWebhookMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    received: new Counter({
      name: 'zaakbode_webhooks_received_total',
      help: 'Events that this process took: accepted, repeated, or ignored for a type that the portal does not know',
      registers,
      labelNames: ['source', 'outcome'] as const,
    }),
    rejected: new Counter({
      name: 'zaakbode_webhooks_rejected_total',
      help: 'Deliveries that this process refused, by the code of the answer',
      registers,
      labelNames: ['reason'] as const,
    }),
  }
}

type WebhookMetrics = ReturnType<typeof createWebhookMetrics>

const known = perProcess(
  'publieksportaal.webhookMetrics',
  () => new WeakMap<PublieksportaalContext['env'], WebhookMetrics>(),
)

/** The webhook counters of a portal. */
export function webhookMetrics({ env }: Pick<PublieksportaalContext, 'env'>): WebhookMetrics {
  const metrics = known.get(env) ?? createWebhookMetrics()
  known.set(env, metrics)
  return metrics
}
