import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'

export const KEEP_DAYS = 90

const PURGES = [
  `delete from afwijzing where id in (
     select id from afwijzing where tijdstip < $1 order by tijdstip, id limit $2::int
   )`,
  `delete from afwijzing_telling where (minuut, reden, bron) in (
     select minuut, reden, bron from afwijzing_telling where minuut < $1 order by minuut limit $2::int
   )`,
]

/** Deletes afwijzingen and their counts after KEEP_DAYS, in small batches. */
export async function purgeAfwijzingen(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_DAYS * DAY_MS)
  for (const statement of PURGES) await deleteInBatches(pool, { statement, values: [before, DELETE_BATCH], signal })
}
