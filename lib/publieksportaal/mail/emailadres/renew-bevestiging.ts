import type { PublieksportaalContext } from '../../context.ts'
import { BEVESTIGING_VALID_MS } from './set-emailadres.ts'

const renew = (table: string) => `
  update ${table} set bevestiging_verloopt_op = $3
  where burger_id = $1 and retourcode = $2 and bevestiging_hash is not null`
const RENEW = `with nieuw as (${renew('nieuw_emailadres')}) ${renew('emailadres')}`

/** Restarts the day of a link when it is mailed, because the mail may have waited. */
export async function renewBevestiging(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { burgerId, retourcode }: { burgerId: string; retourcode: string },
): Promise<void> {
  await pool.query(RENEW, [burgerId, retourcode, new Date(clock().getTime() + BEVESTIGING_VALID_MS)])
}
