import type { PublieksportaalContext } from '../context.ts'
import { newestBsnKey } from './bsn-keys.ts'

/** An index lookup that reads only burgers with a hash of an older key: none after a rotation. */
const COUNT = `
  select count(*)::int from bsn_sleutel join burger on burger.sleutel_id = bsn_sleutel.id where bsn_sleutel.id <> $1`

/** The number of burgers whose hash uses an older key: without that key they cannot be found. */
export async function countOldHashes({ pool, env }: Pick<PublieksportaalContext, 'pool' | 'env'>): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(COUNT, [newestBsnKey(env).id])
  return rows[0]?.count ?? 0
}
