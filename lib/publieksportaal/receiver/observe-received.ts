import type { PublieksportaalContext } from '../context.ts'
import type { ReceivedEvent } from '../inbox/received-event.ts'
import { webhookMetrics } from './webhook-metrics.ts'

/** Counts the events of one delivery in the metrics; `accepted` of them were new. */
export function observeReceived(
  ctx: Pick<PublieksportaalContext, 'env' | 'once'>,
  { events, accepted }: { events: ReceivedEvent[]; accepted: number },
): void {
  const [event] = events
  if (!event) return
  // Which events of a batch were new is not known; this assumes that those of unknown types were.
  const ignored = Math.min(accepted, events.filter(({ change }) => change === null).length)
  const counts = { accepted: accepted - ignored, repeated: events.length - accepted, ignored }
  for (const [outcome, count] of Object.entries(counts)) {
    if (count > 0) webhookMetrics(ctx).received.inc({ source: event.source, outcome }, count)
  }
}
