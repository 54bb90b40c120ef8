import { DAY_MS } from '#lib/platform/durations.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { bestandStore } from './bestand-store.ts'

const BATCH = 100
const KEEP_MS = DAY_MS

/**
 * After this no act can make it the bestand of a document: both lock the row before they check its status.
 */
const TAKE = `
  update bestand set status = 'vervallen' where id in (
    select id from bestand
    where (status <> 'geplaatst' or zaak_id is null) and (zaak_id is null or status = 'vervallen' or aangemaakt_op < $1)
    order by aangemaakt_op limit ${BATCH}
  ) and (status <> 'geplaatst' or zaak_id is null)
  returning id`

/**
 * Removes the bytes without a document: of aborted uploads, of bestanden that nobody used within a day,
 * and of removed zaken. The row holds the only key and goes after the bytes, so that leftovers of a
 * killed process are found again.
 */
export async function sweepBestanden(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once' | 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const store = bestandStore(ctx)
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.bestanden, async () => {
    while (!signal?.aborted) {
      const before = new Date(ctx.clock().getTime() - KEEP_MS)
      const { rows } = await queryByIndex<{ id: string }>(ctx.pool, TAKE, [before])
      const ids = rows.map(({ id }) => id)
      for (const id of ids) await store.remove(id)
      await queryByIndex(ctx.pool, 'delete from bestand where id = any ($1)', [ids])
      if (ids.length < BATCH) break
    }
  })
}
