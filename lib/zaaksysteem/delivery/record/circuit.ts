import { LEASE_SECONDS } from '../claim/claim-bezorgingen.ts'

/** Attempts of the last five minutes count, when there are enough of them to say something. */
const WINDOW = "interval '5 minutes'"
const MIN_POGINGEN = 10
const FAILURE_RATIO = 0.7

/** How long a circuit stays open until a probe may go, and how long that probe may take. */
const OPEN = `interval '${LEASE_SECONDS} seconds'`

/**
 * An attempt that began after the circuit opened is a probe; what was under way when it opened moves it no more.
 * `circuit_open_tot` was set the same 30 seconds ahead when it opened and when the probe was claimed.
 */
const OPENED = `abonnement.circuit_open_tot - ${OPEN}`
export const PROBE_SUCCEEDED = `coalesce(total."succesBegonnenOp" >= ${OPENED}, false)`

/**
 * The next `circuit_open_tot` of an abonnement, in a statement that has it beside `total`: PogingTotals and `now`.
 * What these attempts add is not in bezorgstatistiek yet.
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
