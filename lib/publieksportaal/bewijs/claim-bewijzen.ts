import { MAX_BEWIJZEN } from '#lib/contract/bewijs/bewijzen.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort } from '../generated/client.ts'

export type UitgaandBewijs = { id: string; gebeurtenisId: string; soort: Bewijssoort; tijdstip: Date }

/** For so long nobody else sends them; longer than a call takes. What a process that died has claimed waits for it to end. */
const LEASE_SECONDS = 60
const FIRST_RETRY_SECONDS = 5
const LONGEST_RETRY_SECONDS = 15 * 60
/** Spreads the retries, of the processes of many portals, after the zaaksysteem was away. */
const JITTER = 0.2
const LONGEST_WAIT_SECONDS = LONGEST_RETRY_SECONDS * (1 + JITTER)

const first = (when: string) => `
  select id from uitgaand_bewijs where bron = $1 and volgende_poging ${when}
  order by volgende_poging limit ${MAX_BEWIJZEN} for update skip locked`

/** Two reads of one index, the second one for a clock that was set back: with one condition it would read all that waits. */
const CLAIM = `
  update uitgaand_bewijs
  set pogingen = pogingen + 1, volgende_poging = $2::timestamptz + make_interval(secs => ${LEASE_SECONDS})
  where id = any (array(
    select id from (${first('<= $2')}) as due
    union all
    select id from (${first(`> ${latestEndSql('$2', LONGEST_WAIT_SECONDS)}`)}) as set_back
    limit ${MAX_BEWIJZEN}
  ))
  returning id, gebeurtenis_id as "gebeurtenisId", soort, tijdstip`

/** Leases what is due for the configured zaaksysteem, as much as fits in one request. */
export async function claimBewijzen(ctx: PublieksportaalContext): Promise<UitgaandBewijs[]> {
  const values = [ctx.env.PUBLIEKSPORTAAL_BRON, ctx.clock().toISOString()]
  const [claimed = []] = await runPipeline(ctx.pool, [{ name: 'claim-bewijzen', text: CLAIM, values }])
  return claimed as UitgaandBewijs[]
}

const END = 'delete from uitgaand_bewijs where id = any ($1::bigint[])'

/** After 5 s, 10 s, 20 s and so on, up to the longest; the exponent has a limit of its own, or its power would overflow. */
const TRY_AGAIN = `
  update uitgaand_bewijs
  set volgende_poging = $2::timestamptz + make_interval(
    secs => $3::float8 * least(${FIRST_RETRY_SECONDS} * 2 ^ least(pogingen - 1, 16), ${LONGEST_RETRY_SECONDS}))
  where id = any ($1::bigint[])`

/**
 * Ends the claim: `ended` is told or given up, `again` waits for its next attempt.
 *
 * @param options.random a number from 0 up to 1, as `Math.random()` gives
 */
export async function settleBewijzen(
  ctx: PublieksportaalContext,
  { ended, again, random }: { ended: UitgaandBewijs[]; again: UitgaandBewijs[]; random: number },
): Promise<void> {
  const factor = String(1 + JITTER * (2 * random - 1))
  const ids = (bewijzen: UitgaandBewijs[]) => `{${bewijzen.map(({ id }) => id)}}`
  await runPipeline(ctx.pool, [
    { name: 'end-bewijzen', text: END, values: [ids(ended)] },
    { name: 'retry-bewijzen', text: TRY_AGAIN, values: [ids(again), ctx.clock().toISOString(), factor] },
  ])
}
