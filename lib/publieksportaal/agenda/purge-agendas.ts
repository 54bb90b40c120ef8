import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'

/** A calendar program fetches each day. Who goes a year without has forgotten the address, wherever it lies. */
const KEEP_UNUSED_MS = 365 * DAY_MS

const PURGE = `
  delete from agenda where burger_id = any (array(
    select burger_id from agenda where opgehaald_op < $1 order by opgehaald_op limit $2::int
  ))`

/** Stops the addresses that nothing fetches any more. */
export async function purgeAgendas(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_UNUSED_MS)
  await deleteInBatches(pool, { statement: PURGE, values: [before, DELETE_BATCH], signal })
}
