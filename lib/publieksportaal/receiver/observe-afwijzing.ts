import type { PublieksportaalContext } from '../context.ts'
import type { Afwijzing } from './afwijzing-response.ts'
import { webhookMetrics } from './webhook-metrics.ts'

/** Counts a delivery that was refused. */
export function observeAfwijzing(ctx: Pick<PublieksportaalContext, 'env'>, reason: Afwijzing['reason']): void {
  webhookMetrics(ctx).rejected.inc({ reason })
}
