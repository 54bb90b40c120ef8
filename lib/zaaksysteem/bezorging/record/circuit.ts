import { LEASE_SECONDS } from '../claim/limits.ts'

/**
 * Attempts of the last five minutes decide if there are at least MIN_POGINGEN. Refusals of a message do not
 * count.
 */
const WINDOW = "interval '5 minutes'"
const MIN_POGINGEN = 10
const FAILURE_RATIO = 0.7

/** The time for which a circuit stays open before a probe may go, and the time that the probe may take. */
const OPEN = `interval '${LEASE_SECONDS} seconds'`
export const CIRCUIT_OPEN_MS = LEASE_SECONDS * 1000

/**
 * When the circuit opened, or its probe was claimed. A bezorging claimed since then is the probe; attempts
 * that were under way when the circuit opened do not change it. A process of an older version sets only
 * `circuit_open_tot`.
 */
const OPENED = `coalesce(abonnement.circuit_geopend_op, abonnement.circuit_open_tot - ${OPEN})`
export const PROBE_SUCCEEDED = `
  coalesce(abonnement.circuit_open_tot is not null and total."reactieGeclaimdOp" >= ${OPENED}, false)`
const PROBE_FAILED = `total."foutGeclaimdOp" >= ${OPENED}`

/**
 * The next `circuit_open_tot`, for a statement with `abonnement`, and with `total`: PogingTotals and `now`. A
 * pause that the sink asks for opens the circuit until its end; the longest one counts. Adds `total` to the
 * sums, because bezorgstatistiek does not hold these attempts yet. A time in the future was written before a
 * clock was set back.
 */
export const NEXT_CIRCUIT_OPEN_TOT = `
  case
    when total."pauzeTot" is not null then greatest(
      total."pauzeTot",
      case when abonnement.circuit_geopend_op <= total.now + ${OPEN} and not ${PROBE_FAILED}
           then abonnement.circuit_open_tot end
    )
    when abonnement.circuit_open_tot is not null then case
      when ${PROBE_SUCCEEDED} then null
      when ${PROBE_FAILED} then total.now + ${OPEN}
      else abonnement.circuit_open_tot
    end
    when total.mislukt > total.geweigerd and (
      select pogingen >= ${MIN_POGINGEN} and failures >= pogingen * ${FAILURE_RATIO}
      from (
        select coalesce(sum(mislukt - geweigerd), 0) + total.mislukt - total.geweigerd as failures,
               coalesce(sum(geslaagd + mislukt - geweigerd), 0) + total.geslaagd + total.mislukt - total.geweigerd as pogingen
        from bezorgstatistiek
        where abonnement_id = abonnement.id and begin > total.now - ${WINDOW} and begin <= total.now + ${OPEN}
          and (abonnement.circuit_gesloten_op > total.now + ${OPEN} or begin >= abonnement.circuit_gesloten_op) is not false
      ) recent
    ) then total.now + ${OPEN}
  end`

/** The next `circuit_geopend_op`. Meaningless while the circuit is closed. */
export const NEXT_CIRCUIT_GEOPEND_OP = `
  case when total."pauzeTot" is not null or abonnement.circuit_open_tot is null or ${PROBE_FAILED}
       then total.now else abonnement.circuit_geopend_op end`
