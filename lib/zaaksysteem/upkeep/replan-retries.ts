import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../context.ts'

const NOW = '$1::timestamptz'
/** The most by which the clocks of two hosts may differ. */
const CLOCK_SKEW = "interval '30 seconds'"

const LAST_BEGUN = `(
  select begonnen_op from bezorgpoging where bezorging_id = bezorging.id order by nummer desc limit 1
)`

/** True for a retry with a due time in the future that nobody is sending. */
const IS_PLANNED = `status = 'wachtend' and herhaling and volgende_poging > ${NOW} and lease_id is null`

/**
 * Parameter: now. The order and the array make PostgreSQL use the intended indexes, also when it takes the
 * table for empty.
 */
const REPLAN = `
  with ahead as (
    update abonnement set laatste_fout_op = ${NOW} where laatste_fout_op > ${NOW} + ${CLOCK_SKEW} returning id
  ), planned as (
    update bezorging set volgende_poging = ${NOW} + (volgende_poging - ${LAST_BEGUN})
    where id = any(array(
      select retry.id from ahead cross join lateral (
        select id from bezorging where abonnement_id = ahead.id and ${IS_PLANNED} order by volgende_poging
      ) retry
    )) and ${IS_PLANNED} and ${LAST_BEGUN} > ${NOW}
    returning 1
  )
  select count(*)::int from planned`

/**
 * Replans retries that were planned before a clock was set back: each waits its own delay, counted from now.
 * Without this they would also wait for the clock to catch up. A last failure of an abonnement in the future
 * shows that a clock was set back.
 *
 * @returns the number of replanned bezorgingen
 */
export async function replanRetries({
  pool,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>): Promise<number> {
  const statement = { name: 'replan_retries', text: REPLAN, values: [sqlNow(clock)] }
  const [[{ count }]] = (await runPipeline(pool, [statement])) as [[{ count: number }]]
  if (count > 0) log.warn({ count }, 'The clock was set back; retries were planned again')
  return count
}
