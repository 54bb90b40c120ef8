import type { PublieksportaalContext } from '../context.ts'
import { countWaiting, type WaitingCount } from '../outbox/count-waiting.ts'

/** The mails that wait. */
export function countMails(ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<WaitingCount> {
  return countWaiting(ctx, { table: 'uitgaande_mail', since: 'aangemaakt_op' })
}
