import { DAY_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'

export const KEEP_DAYS = 90
const BATCH = 500

const PURGE = `
  delete from uitgaand_bewijs where (bron, gebeurtenis_id, soort) in (
    select bron, gebeurtenis_id, soort from uitgaand_bewijs where tijdstip < $1 order by tijdstip limit ${BATCH}
  )`

/** Gives up what the zaaksysteem did not take in KEEP_DAYS, and what was meant for one that is no longer configured. */
export async function purgeBewijzen(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEEP_DAYS * DAY_MS)
  let count = 0
  for (let removed = BATCH; removed === BATCH && !signal?.aborted; count += removed) {
    removed = (await ctx.pool.query(PURGE, [before])).rowCount ?? 0
  }
  if (count > 0) ctx.log.error({ count }, 'The zaaksysteem did not take what became of changes for too long; given up')
}
