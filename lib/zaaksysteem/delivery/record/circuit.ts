import { LEASE_SECONDS } from '../claim/claim-bezorgingen.ts'

/** Attempts of the last five minutes decide, if there are at least MIN_POGINGEN. */
const WINDOW = "interval '5 minutes'"
const MIN_POGINGEN = 10
const FAILURE_RATIO = 0.7

/** How long a circuit stays open before a probe may go, and how long that probe may take. */
const OPEN = `interval '${LEASE_SECONDS} seconds'`

/**
 * When the circuit opened, or its probe was claimed: either sets `circuit_open_tot` 30 seconds ahead. An attempt that
 * began since then is the probe. Attempts that were under way when the circuit opened do not change it.
 */
const OPENED = `abonnement.circuit_open_tot - ${OPEN}`
export const PROBE_SUCCEEDED = `coalesce(total."succesBegonnenOp" >= ${OPENED}, false)`

/**
 * The next `circuit_open_tot`, for a statement with `abonnement` and `total`: PogingTotals and `now`. Adds `total` to
 * the sums, because bezorgstatistiek does not hold these attempts yet.
 */
export const NEXT_CIRCUIT_OPEN_TOT = `
  case
    when abonnement.circuit_open_tot is not null then case
      when ${PROBE_SUCCEEDED} then null
      when total."foutBegonnenOp" >= ${OPENED} then total.now + ${OPEN}
      else abonnement.circuit_open_tot
    end
    when total.mislukt > 0 and (
      select pogingen >= ${MIN_POGINGEN} and failures >= pogingen * ${FAILURE_RATIO}
      from (
        select coalesce(sum(mislukt), 0) + total.mislukt as failures,
               coalesce(sum(geslaagd + mislukt), 0) + total.geslaagd + total.mislukt as pogingen
        from bezorgstatistiek
        where abonnement_id = abonnement.id and begin > total.now - ${WINDOW}
          and begin >= coalesce(abonnement.circuit_gesloten_op, '-infinity')
      ) recent
    ) then total.now + ${OPEN}
  end`
