import type { PublieksportaalContext } from '../../context.ts'
import { BEVESTIGING_VALID_MS } from './set-emailadres.ts'

const RENEW = `
  update emailadres set bevestiging_verloopt_op = $3
  where burger_id = $1 and retourcode = $2 and bevestiging_hash is not null`

/** Has the link work for a day from now, when it is mailed: its mail may have waited for longer. */
export async function renewBevestiging(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { burgerId, retourcode }: { burgerId: string; retourcode: string },
): Promise<void> {
  await pool.query(RENEW, [burgerId, retourcode, new Date(clock().getTime() + BEVESTIGING_VALID_MS)])
}
