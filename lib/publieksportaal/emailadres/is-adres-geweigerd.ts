import type { PublieksportaalContext } from '../context.ts'

/** Whether mail to this citizen does not arrive. */
export async function isAdresGeweigerd(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { burgerId }: { burgerId: string },
): Promise<boolean> {
  const found = await pool.query('select from emailadres where burger_id = $1 and geweigerd_op is not null', [burgerId])
  return found.rowCount === 1
}
