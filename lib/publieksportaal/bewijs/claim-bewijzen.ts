import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort } from '../generated/client.ts'
import { type Claimed, claimSql, retryStatement } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'

const WACHTRIJ = WACHTRIJEN.evidence

export type UitgaandBewijs = Claimed & { gebeurtenisId: string; soort: Bewijssoort; tijdstip: Date }

/**
 * Reports at least the time of the change, because our clock may be behind and the zaaksysteem permanently
 * refuses an earlier time.
 */
const CLAIM = claimSql(WACHTRIJ, {
  where: 'bron = $2',
  returning: `gebeurtenis_id as "gebeurtenisId", soort,
    greatest(
      tijdstip, (select datum_status_gezet from status where status.gebeurtenis_id = bewijs.gebeurtenis_id)
    ) as tijdstip`,
})

/** Leases one request full of due bewijzen for the configured zaaksysteem. */
export async function claimBewijzen(ctx: PublieksportaalContext): Promise<UitgaandBewijs[]> {
  const values = [sqlNow(ctx.clock), ctx.env.PUBLIEKSPORTAAL_BRON]
  const [claimed = []] = await runPipeline(ctx.pool, [{ name: 'claim-bewijzen', text: CLAIM, values }])
  return claimed as UitgaandBewijs[]
}

/** Skips locked rows, as `retryStatement` does. */
const END = `
  update bewijs set volgende_poging = null, gemeld_op = case when $2::boolean then $3::timestamptz end
  where id = any (array(select id from bewijs where id = any ($1::bigint[]) for update skip locked))`

/**
 * Ends the lease: `told` and `givenUp` leave the queue, `again` waits for its next attempt.
 *
 * @param options.random from 0 up to 1, as `Math.random()` returns
 */
export async function settleBewijzen(
  ctx: PublieksportaalContext,
  outcome: { told: UitgaandBewijs[]; givenUp: UitgaandBewijs[]; again: UitgaandBewijs[]; random: number },
): Promise<void> {
  const { told, givenUp, again, random } = outcome
  const now = ctx.clock()
  const end = (bewijzen: UitgaandBewijs[], isTold: boolean) => ({
    name: 'end-bewijzen',
    text: END,
    values: [`{${bewijzen.map(({ id }) => id)}}`, String(isTold), now.toISOString()],
  })
  await runPipeline(ctx.pool, [end(told, true), end(givenUp, false), retryStatement(WACHTRIJ, again, { now, random })])
}
