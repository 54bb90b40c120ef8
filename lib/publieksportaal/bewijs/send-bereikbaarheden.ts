import { bereikbaarhedenAnswer, MAX_BEREIKBAARHEDEN } from '#lib/contract/bewijzen.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Claimed, claimSql, retryStatement } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'
import { callZaaksysteem, configuredApi } from '../sync/call-zaaksysteem.ts'

const WACHTRIJ = WACHTRIJEN.reachability

const CLAIM = claimSql(WACHTRIJ, { returning: 'zaak_id as "zaakId"' })

/** Reads the current state: a change after this read queues another report. */
const READ = `
  select zaak.id as "zaakId", portaal_gebruikt_op is not null as "portaalGebruikt",
    bevestigd_op is not null and geweigerd_op is null and versleuteld is not null as "emailBevestigd"
  from zaak join burger on burger.id = zaak.burger_id left join emailadres on emailadres.burger_id = burger.id
  where zaak.id = any ($1::uuid[])`

/** A row that changed meanwhile has another number of pogingen, and stays. */
const END = `
  delete from te_melden_bereikbaarheid where zaak_id = any (array(
    select zaak_id from te_melden_bereikbaarheid
    where zaak_id = any ($1::uuid[]) and pogingen = ($2::int[])[array_position($1::uuid[], zaak_id)]
    for update skip locked
  ))`

/**
 * Reports whether news about zaken reaches their citizens, one request full at most: two facts, and no
 * address. A row is deleted only when the report was accepted; reporting is idempotent.
 *
 * @returns `more`: true when more may be due and the zaaksysteem accepts it
 */
export async function sendBereikbaarheden(
  ctx: PublieksportaalContext,
  { random = Math.random }: { random?: () => number } = {},
): Promise<{ more: boolean }> {
  const claims = [{ name: 'claim-bereikbaarheden', text: CLAIM, values: [sqlNow(ctx.clock)] }]
  const [claimed = []] = (await runPipeline(ctx.pool, claims)) as [(Claimed & { zaakId: string })[]?]
  if (claimed.length === 0) return { more: false }

  const zaakIds = claimed.map(({ zaakId }) => zaakId)
  const { rows } = await ctx.pool.query<{ zaakId: string; portaalGebruikt: boolean; emailBevestigd: boolean | null }>(
    READ,
    [zaakIds],
  )
  const bereikbaarheden = rows.map((row) => ({ ...row, emailBevestigd: row.emailBevestigd ?? false }))
  const answer =
    bereikbaarheden.length > 0 &&
    (await callZaaksysteem(configuredApi(ctx), {
      path: '/bereikbaarheden',
      body: { bereikbaarheden },
      schema: bereikbaarhedenAnswer,
    }))
  if (answer && !answer.ok) {
    const { ok: _, ...why } = answer
    ctx.log.warn({ count: claimed.length, ...why }, 'Bereikbaarheden could not be reported; retrying later')
    await runPipeline(ctx.pool, [retryStatement(WACHTRIJ, claimed, { now: ctx.clock(), random: random() })])
    return { more: false }
  }
  const pogingen = claimed.map((one) => one.pogingen)
  await ctx.pool.query(END, [zaakIds, pogingen])
  return { more: claimed.length === MAX_BEREIKBAARHEDEN }
}
