import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bestandStore } from './bestand-store.ts'

const BATCH = 100
/** The lifetime of an unsent file. */
export const READY_MS = DAY_MS
/** Longer than any upload: after this its process was killed. */
const LONGEST_UPLOAD_MS = 6 * HOUR_MS

const IS_LEFT = `(
  status = 'vervallen' or zaak_id is null or burger_id is null
  or inzending_id is null and aangemaakt_op < case status when 'onderweg' then $2::timestamptz else $1::timestamptz end
)`

/** Locks the row against a concurrent send. After this status nothing sends the file. */
const TAKE = `
  update bestand set status = 'vervallen'
  where id in (select id from bestand where ${IS_LEFT} order by aangemaakt_op limit ${BATCH}) and ${IS_LEFT}
  returning id`

/**
 * Removes bytes that are no longer needed: received by the zaaksysteem, unsent for a day, or of deleted
 * zaken. The row holds the only key and is deleted last, so that the sweep finds what a killed process
 * leaves. A sent file that did not arrive stays.
 */
export async function sweepBestanden(
  ctx: Pick<PublieksportaalContext, 'env' | 'once' | 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const store = bestandStore(ctx)
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.bestanden, async () => {
    while (!signal?.aborted) {
      const now = ctx.clock().getTime()
      const values = [new Date(now - READY_MS), new Date(now - LONGEST_UPLOAD_MS)]
      const { rows } = await ctx.pool.query<{ id: string }>(TAKE, values)
      const ids = rows.map(({ id }) => id)
      for (const id of ids) await store.remove(id)
      await ctx.pool.query('delete from bestand where id = any ($1)', [ids])
      if (ids.length < BATCH) break
    }
  })
}
