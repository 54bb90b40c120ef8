import type { PublieksportaalContext } from '../context.ts'
import type { Rejection } from './rejection.ts'
import { webhookMetrics } from './webhook-metrics.ts'

/** Counts a delivery that was refused. */
export function observeRejected(ctx: Pick<PublieksportaalContext, 'env'>, reason: Rejection['reason']): void {
  webhookMetrics(ctx).rejected.inc({ reason })
}
