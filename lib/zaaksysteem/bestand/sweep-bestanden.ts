import { DAY_MS } from '#lib/platform/durations.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { bestandStore } from './bestand-store.ts'

const BATCH = 100
/** How long a bestand waits for its document. */
const KEEP_MS = DAY_MS

/** From here on no act makes it the bestand of a document: each of the two waits for the row, and then looks at its status. */
const TAKE = `
  update bestand set status = 'vervallen' where id in (
    select id from bestand
    where (status <> 'geplaatst' or zaak_id is null) and (zaak_id is null or status = 'vervallen' or aangemaakt_op < $1)
    order by aangemaakt_op limit ${BATCH}
  ) and (status <> 'geplaatst' or zaak_id is null)
  returning id`

/**
 * Removes the bytes that no document has: of what broke off, of what nobody kept within a day, and of zaken that are gone. The row, which
 * has the only key to them, goes once they are gone, so that whatever a killed process leaves is found again.
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
