import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'

/** Longer than a link works, and than the requests of a citizen are counted. */
const KEEP_MS = 7 * DAY_MS

const PURGE = `
  delete from emailadres where burger_id = any (array(
    select burger_id from emailadres where geverifieerd_op is null and verzoeken_sinds < $1
    order by verzoeken_sinds limit $2::int
  ))`

/** Forgets addresses that nobody confirmed, and what is left of removed ones. */
export async function purgeEmailadressen(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MS)
  await deleteInBatches(pool, { statement: PURGE, values: [before, DELETE_BATCH], signal })
}
