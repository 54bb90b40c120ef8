import { KEEP_HANDELINGEN_MS } from '#lib/platform/audit/with-handelingen.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'

const PURGE = `
  delete from handeling where id in (
    select id from handeling where tijdstip < $1 order by tijdstip, id limit $2::int
  )`

/** Deletes handelingen after KEEP_HANDELINGEN_MS, in small batches. */
export async function purgeHandelingen(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_HANDELINGEN_MS)
  await deleteInBatches(pool, { statement: PURGE, values: [before, DELETE_BATCH], signal })
}
