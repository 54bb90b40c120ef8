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
  CASE
    WHEN abonnement.circuit_open_tot IS NOT NULL THEN CASE
      WHEN ${PROBE_SUCCEEDED} THEN NULL
      WHEN total."foutBegonnenOp" >= ${OPENED} THEN total.now + ${OPEN}
      ELSE abonnement.circuit_open_tot
    END
    WHEN total.mislukt > 0 AND (
      SELECT pogingen >= ${MIN_POGINGEN} AND failures >= pogingen * ${FAILURE_RATIO}
      FROM (
        SELECT coalesce(sum(mislukt), 0) + total.mislukt AS failures,
               coalesce(sum(geslaagd + mislukt), 0) + total.geslaagd + total.mislukt AS pogingen
        FROM bezorgstatistiek
        WHERE abonnement_id = abonnement.id AND begin > total.now - ${WINDOW}
          AND begin >= coalesce(abonnement.circuit_gesloten_op, '-infinity')
      ) recent
    ) THEN total.now + ${OPEN}
  END`
