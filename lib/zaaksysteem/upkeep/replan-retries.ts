import type { ZaaksysteemContext } from '../context.ts'

const NOW = '$1::timestamptz'
/** How far the clocks of two hosts may differ. */
const CLOCK_SKEW = "interval '30 seconds'"

/**
 * After a clock was set back: gives retries that were planned by the earlier clock their own wait from now on. Without
 * this they would also wait for the clock to catch up. An abonnement whose last failure lies in the future shows it.
 *
 * @returns how many deliveries were planned again
 */
export async function replanRetries({
  pool,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>): Promise<number> {
  const { rowCount } = await pool.query(
    `with ahead as (
       update abonnement set laatste_fout_op = ${NOW} where laatste_fout_op > ${NOW} + ${CLOCK_SKEW} returning id
     ), planned as (
       select bezorging.id, volgende_poging - (
         select begonnen_op from bezorgpoging where bezorging_id = bezorging.id order by nummer desc limit 1
       ) as wait
       from ahead join bezorging on abonnement_id = ahead.id
       where status = 'wachtend' and herhaling and volgende_poging > ${NOW} and lease_id is null
     )
     update bezorging set volgende_poging = ${NOW} + wait
     from planned
     where bezorging.id = planned.id and status = 'wachtend' and volgende_poging > ${NOW} + wait`,
    [clock()],
  )
  const count = rowCount ?? 0
  if (count > 0) log.warn({ count }, 'The clock was set back; retries were planned again')
  return count
}
