import { KEEP_HANDELINGEN_MS } from '#lib/platform/audit/with-handelingen.ts'
import type { PublieksportaalContext } from '../context.ts'

/** Deletes handelingen after KEEP_HANDELINGEN_MS. */
export async function purgeHandelingen({ pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_HANDELINGEN_MS)
  await pool.query('delete from handeling where tijdstip < $1', [before])
}
