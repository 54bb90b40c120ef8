import type { PublieksportaalContext } from '../context.ts'
import { ENCRYPTED } from './encrypted-tables.ts'

const COUNT = `
  select (${ENCRYPTED.map(({ table }) => `(select count(*) from ${table} where sleutel_id = any ($1))`).join(' + ')})::int
    as count`

/** How many secrets and addresses are still encrypted under an older key than the newest. */
export async function countOldEncryptions({
  pool,
  env,
}: Pick<PublieksportaalContext, 'pool' | 'env'>): Promise<number> {
  const [, ...older] = env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  if (older.length === 0) return 0
  const { rows } = await pool.query<{ count: number }>(COUNT, [older.map(({ id }) => id)])
  return rows[0]?.count ?? 0
}
