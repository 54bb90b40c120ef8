import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { PublieksportaalContext } from '../context.ts'

const VERIFY = `
  update emailadres set geverifieerd_op = $2, bevestiging_hash = null, bevestiging_verloopt_op = null
  where bevestiging_hash = $1 and bevestiging_verloopt_op > $2`

/** @returns whether the link was good: a link works once, for a day, and until a newer one was asked for */
export async function verifyEmailadres(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { token }: { token: string },
): Promise<boolean> {
  const { rowCount } = await pool.query(VERIFY, [hashToken(token), clock()])
  return rowCount === 1
}
