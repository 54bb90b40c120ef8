import type { PublieksportaalContext } from '../context.ts'
import type { Afwijzing } from './afwijzing-response.ts'
import { webhookMetrics } from './webhook-metrics.ts'

/** Counts an afwijzing in the metrics. */
export function observeAfwijzing(ctx: Pick<PublieksportaalContext, 'env' | 'once'>, reason: Afwijzing['reason']): void {
  webhookMetrics(ctx).rejected.inc({ reason })
}
