import { Counter, Registry } from 'prom-client'
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

/** The webhook counters of a portal. */
export function webhookMetrics({ once }: Pick<PublieksportaalContext, 'once'>) {
  return once('webhook-metrics', createWebhookMetrics)
}
