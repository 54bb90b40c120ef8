import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'

const PURGES = [
  `delete from afwijzing where id in (
     select id from afwijzing where tijdstip < $1 order by tijdstip, id limit $2::int
   )`,
  `delete from afwijzing_telling where (minuut, reden, bron) in (
     select minuut, reden, bron from afwijzing_telling where minuut < $1 order by minuut limit $2::int
   )`,
]

/** Deletes afwijzingen and their counts after PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN, in small batches. */
export async function purgeAfwijzingen(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN * DAY_MS)
  for (const statement of PURGES) await deleteInBatches(pool, { statement, values: [before, DELETE_BATCH], signal })
}
