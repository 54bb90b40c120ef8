import type { PublieksportaalContext } from '../context.ts'
import { countWaiting, type WaitingCount } from '../outbox/count-waiting.ts'

const UNCONFIRMED = `exists (
  select from emailadres where burger_id = uitgaande_mail.burger_id and geverifieerd_op is null and bevestiging_hash is not null
)`

/** The mails that wait, without those that wait for the citizen to confirm the address. */
export function countMails(ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<WaitingCount> {
  return countWaiting(ctx, {
    table: 'uitgaande_mail',
    since: 'aangemaakt_op',
    where: `soort = 'bevestiging' or not ${UNCONFIRMED}`,
  })
}
