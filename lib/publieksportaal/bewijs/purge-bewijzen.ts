import { DAY_MS } from '#lib/platform/durations.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'

const KEEP_DAYS = 90
const BATCH = 500

const PURGE = `
  delete from uitgaand_bewijs where id = any (array(
    select id from uitgaand_bewijs where tijdstip < $1 order by tijdstip limit ${BATCH}
  ))
  returning id`

/** Gives up what the zaaksysteem did not take in KEEP_DAYS, and what was meant for one that is no longer configured. */
export async function purgeBewijzen(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEEP_DAYS * DAY_MS).toISOString()
  let count = 0
  for (let removed = BATCH; removed === BATCH && !signal?.aborted; count += removed) {
    const [rows = []] = await runPipeline(ctx.pool, [{ name: 'purge-bewijzen', text: PURGE, values: [before] }])
    removed = rows.length
  }
  if (count > 0) ctx.log.error({ count }, 'The zaaksysteem did not take what became of changes for too long; given up')
}
