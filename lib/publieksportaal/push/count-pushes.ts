import type { PublieksportaalContext } from '../context.ts'
import { countWaiting, type WaitingCount } from '../outbox/count-waiting.ts'

/** The pushes that wait. */
export function countPushes(ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<WaitingCount> {
  return countWaiting(ctx, { table: 'uitgaande_push', since: 'aangemaakt_op' })
}
