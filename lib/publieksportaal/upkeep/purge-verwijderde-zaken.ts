import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'

/** A page that was away for longer reads everything again. */
const KEEP_MS = DAY_MS

const PURGE = `
  delete from verwijderde_zaak where id in (
    select id from verwijderde_zaak where verwijderd_op < $1 order by verwijderd_op limit $2::int
  )`

/** Forgets removed zaken once every open page has been told, in small batches. */
export async function purgeVerwijderdeZaken(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MS)
  await deleteInBatches(pool, { statement: PURGE, values: [before, DELETE_BATCH], signal })
}
