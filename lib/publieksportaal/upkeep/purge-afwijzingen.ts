import { DAY_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'

export const KEEP_DAYS = 90
const BATCH = 500

const PURGES = [
  `delete from afwijzing where id in (
     select id from afwijzing where tijdstip < $1 order by tijdstip, id limit ${BATCH}
   )`,
  `delete from afwijzing_telling where (minuut, reden, bron) in (
     select minuut, reden, bron from afwijzing_telling where minuut < $1 order by minuut limit ${BATCH}
   )`,
]

/** Deletes afwijzingen and their counts after KEEP_DAYS, in small batches. */
export async function purgeAfwijzingen(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEEP_DAYS * DAY_MS)
  for (const purge of PURGES) {
    let removed = BATCH
    while (removed === BATCH && !signal?.aborted) removed = (await ctx.pool.query(purge, [before])).rowCount ?? 0
  }
}
