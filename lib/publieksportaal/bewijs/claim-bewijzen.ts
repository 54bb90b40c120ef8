import { MAX_BEWIJZEN } from '#lib/contract/bewijs/bewijzen.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort } from '../generated/client.ts'
import { claimDueSql, nextAttemptSql, spread } from '../outbox/attempts.ts'

export type UitgaandBewijs = { id: string; gebeurtenisId: string; soort: Bewijssoort; tijdstip: Date }

/** While our clock is behind that of the zaaksysteem, not before the change itself: that is refused for good. */
const CLAIM = claimDueSql({
  table: 'bewijs',
  where: 'bron = $2',
  most: MAX_BEWIJZEN,
  returning: `id, gebeurtenis_id as "gebeurtenisId", soort,
    greatest(tijdstip, (select tijdstip from status where status.gebeurtenis_id = bewijs.gebeurtenis_id)) as tijdstip`,
})

/** Leases what is due for the configured zaaksysteem, as much as fits in one request. */
export async function claimBewijzen(ctx: PublieksportaalContext): Promise<UitgaandBewijs[]> {
  const values = [ctx.clock().toISOString(), ctx.env.PUBLIEKSPORTAAL_BRON]
  const [claimed = []] = await runPipeline(ctx.pool, [{ name: 'claim-bewijzen', text: CLAIM, values }])
  return claimed as UitgaandBewijs[]
}

/** Whoever has one locked removes its zaak, or settles it too: waiting for several of those could deadlock. */
const CLAIMED = 'id = any (array(select id from bewijs where id = any ($1::bigint[]) for update skip locked))'
const END = `
  update bewijs set volgende_poging = null, gemeld_op = case when $2::boolean then $3::timestamptz end
  where ${CLAIMED}`
const TRY_AGAIN = `
  update bewijs set volgende_poging = ${nextAttemptSql('$2', '$3')} where ${CLAIMED}`

/**
 * Ends the claim: `told` and `givenUp` wait no longer, `again` waits for its next attempt.
 *
 * @param options.random a number from 0 up to 1, as `Math.random()` gives
 */
export async function settleBewijzen(
  ctx: PublieksportaalContext,
  outcome: { told: UitgaandBewijs[]; givenUp: UitgaandBewijs[]; again: UitgaandBewijs[]; random: number },
): Promise<void> {
  const { told, givenUp, again, random } = outcome
  const now = ctx.clock().toISOString()
  const ids = (bewijzen: UitgaandBewijs[]) => `{${bewijzen.map(({ id }) => id)}}`
  await runPipeline(ctx.pool, [
    { name: 'end-bewijzen', text: END, values: [ids(told), 'true', now] },
    { name: 'end-bewijzen', text: END, values: [ids(givenUp), 'false', now] },
    { name: 'retry-bewijzen', text: TRY_AGAIN, values: [ids(again), now, String(spread(random))] },
  ])
}
