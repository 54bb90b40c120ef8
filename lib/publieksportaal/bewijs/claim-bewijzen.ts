import { MAX_BEWIJZEN } from '#lib/contract/bewijs/bewijzen.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort } from '../generated/client.ts'
import { claimDueSql, nextAttemptSql, spread } from '../outbox/attempts.ts'

export type UitgaandBewijs = { id: string; gebeurtenisId: string; soort: Bewijssoort; tijdstip: Date }

const CLAIM = claimDueSql({
  table: 'uitgaand_bewijs',
  where: 'bron = $2',
  most: MAX_BEWIJZEN,
  returning: 'id, gebeurtenis_id as "gebeurtenisId", soort, tijdstip',
})

/** Leases what is due for the configured zaaksysteem, as much as fits in one request. */
export async function claimBewijzen(ctx: PublieksportaalContext): Promise<UitgaandBewijs[]> {
  const values = [ctx.clock().toISOString(), ctx.env.PUBLIEKSPORTAAL_BRON]
  const [claimed = []] = await runPipeline(ctx.pool, [{ name: 'claim-bewijzen', text: CLAIM, values }])
  return claimed as UitgaandBewijs[]
}

const END = 'delete from uitgaand_bewijs where id = any ($1::bigint[])'
const TRY_AGAIN = `
  update uitgaand_bewijs set volgende_poging = ${nextAttemptSql('$2', '$3')} where id = any ($1::bigint[])`

/**
 * Ends the claim: `ended` is told or given up, `again` waits for its next attempt.
 *
 * @param options.random a number from 0 up to 1, as `Math.random()` gives
 */
export async function settleBewijzen(
  ctx: PublieksportaalContext,
  { ended, again, random }: { ended: UitgaandBewijs[]; again: UitgaandBewijs[]; random: number },
): Promise<void> {
  const ids = (bewijzen: UitgaandBewijs[]) => `{${bewijzen.map(({ id }) => id)}}`
  await runPipeline(ctx.pool, [
    { name: 'end-bewijzen', text: END, values: [ids(ended)] },
    {
      name: 'retry-bewijzen',
      text: TRY_AGAIN,
      values: [ids(again), ctx.clock().toISOString(), String(spread(random))],
    },
  ])
}
