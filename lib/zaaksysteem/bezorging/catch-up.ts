import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { MESSAGE_REFUSALS } from './message-refusal.ts'

const NOW = '$1::timestamptz'
/** The time for catching up after a circuit closed. Ten thousand retries take seconds. */
const RECENTLY = "interval '10 minutes'"
/** The most retries of an abonnement that one round reads, and the most bezorgingen that it makes due. */
const BATCH = 1000

/**
 * A bezorging that was refused for its content, or that failed since the circuit closed, keeps its due time.
 * The new due times lie a millisecond apart in the past, so that the oldest event goes first.
 *
 * An attempt lost to the outage does not count as a step in the schedule. Otherwise a sink that goes up and
 * down would use up all steps within minutes. The first attempt always counts, because the sink may have
 * received it.
 */
const CATCH_UP = `
  with failed as (
    select waiting.id, row_number() over (order by waiting.sequence) as n
    from abonnement
    cross join lateral (
      select id, sequence from bezorging
      where abonnement_id = abonnement.id and bezorging.status = 'wachtend' and herhaling and volgende_poging > ${NOW}
      order by volgende_poging
      limit ${BATCH}
    ) waiting
    cross join lateral (
      select http_status, begonnen_op from bezorgpoging where bezorging_id = waiting.id order by nummer desc limit 1
    ) last
    where abonnement.status = 'actief' and circuit_open_tot is null and circuit_gesloten_op > ${NOW} - ${RECENTLY}
      and last.begonnen_op < circuit_gesloten_op and (last.http_status = any ('{${MESSAGE_REFUSALS}}')) is not true
    limit ${BATCH}
  ), free as (
    select bezorging.id, n from failed join bezorging on bezorging.id = any (array[failed.id])
    where lease_id is null and volgende_poging > ${NOW}
    for update of bezorging skip locked
  ), due as (
    update bezorging
    set volgende_poging = ${NOW} - (${BATCH} - n) * interval '1 millisecond',
        ronde_vanaf = case when pogingen - ronde_vanaf > 1 then ronde_vanaf + 1 else ronde_vanaf end
    from free where bezorging.id = any (array[free.id])
    returning 1
  )
  select count(*)::int, case when count(*) > 0 then pg_notify('bezorging', '') end from due`

/**
 * Makes retries due once the circuit of their sink has closed. Without this they would wait for their own
 * next attempt, hours after a long outage, while the sink takes all new events. Wakes the workers at commit.
 *
 * @returns `more`: true when the round was full, so there may be others
 */
export async function catchUp({
  pool,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>): Promise<{ more: boolean }> {
  const [[{ count }]] = (await runPipeline(pool, [{ name: 'catch_up', text: CATCH_UP, values: [sqlNow(clock)] }])) as [
    [{ count: number }],
  ]
  if (count > 0) log.info({ count }, 'A sink is back; its failed bezorgingen are due')
  return { more: count === BATCH }
}
