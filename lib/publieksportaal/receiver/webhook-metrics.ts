import { Counter, Registry } from 'prom-client'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Afwijzing } from './afwijzing-response.ts'

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
      help: 'Bezorgingen that this process refused, by the code of the answer',
      registers,
      labelNames: ['reason'] as const,
    }),
  }
}

export function webhookMetrics({ once }: Pick<PublieksportaalContext, 'once'>) {
  return once('webhook-metrics', createWebhookMetrics)
}

export function observeAfwijzing(ctx: Pick<PublieksportaalContext, 'env' | 'once'>, reason: Afwijzing['reason']): void {
  webhookMetrics(ctx).rejected.inc({ reason })
}

/** Counts the events of one bezorging in the metrics; `accepted` of them were new. */
export function observeReceived(
  ctx: Pick<PublieksportaalContext, 'env' | 'once'>,
  { events, accepted }: { events: ReceivedEvent[]; accepted: number },
): void {
  const [event] = events
  if (!event) return
  // Approximation: counts the unknown types of a batch as new, because the inbox returns only a number.
  const ignored = Math.min(accepted, events.filter(({ change }) => change === null).length)
  const counts = { accepted: accepted - ignored, repeated: events.length - accepted, ignored }
  for (const [outcome, count] of Object.entries(counts)) {
    if (count > 0) webhookMetrics(ctx).received.inc({ source: event.source, outcome }, count)
  }
}
