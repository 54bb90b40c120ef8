import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { GIVE_UP_MS } from '../outbox/wachtrijen.ts'

const BATCH = 500

const GIVE_UP = `
  update bewijs set volgende_poging = null where id = any (array(
    select id from bewijs where volgende_poging is not null and tijdstip < $1 order by tijdstip limit ${BATCH}
    for update skip locked
  ))
  returning id`

/**
 * Stops reporting bewijzen that the zaaksysteem did not accept in GIVE_UP_MS, or that belong to another bron.
 * The rows stay.
 */
export async function giveUpBewijzen(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(ctx.clock().getTime() - GIVE_UP_MS.evidence).toISOString()
  let count = 0
  for (let ended = BATCH; ended === BATCH && !signal?.aborted; count += ended) {
    const [rows = []] = await runPipeline(ctx.pool, [{ name: 'give-up-bewijzen', text: GIVE_UP, values: [before] }])
    ended = rows.length
  }
  if (count > 0) ctx.log.error({ count }, 'The zaaksysteem accepted no bewijzen for too long; given up')
}
