/** Longer than an attempt can last, so that no two workers send one bezorging at the same time. */
export const LEASE_SECONDS = 30

// Conditions of a statement whose first parameter is now. A time further ahead than its wait can last was
// written before a clock was set back, and is ignored.

/** The cast is for PostgreSQL, which would infer an interval where one is added to the parameter. */
export const NOW = '$1::timestamptz'

/** The most by which the clocks of two hosts may differ. */
const CLOCK_SKEW = "interval '30 seconds'"

export const LEASE = `interval '${LEASE_SECONDS} seconds'`
/** True when a bezorging is leased. */
export const LEASED = `coalesce(lease_tot > ${NOW} and lease_tot <= ${NOW} + ${LEASE} + ${CLOCK_SKEW}, false)`

/** True when the circuit of an abonnement lets a bezorging through, if only as a probe. */
export const CIRCUIT_LETS_THROUGH = `
  (circuit_open_tot is null or circuit_open_tot <= ${NOW} or circuit_geopend_op > ${NOW} + ${CLOCK_SKEW})`

/** The largest burst: the rate per second, so two for 120 a minute. A quiet minute saves up no more. */
const RATE_BURST = 'greatest(1, toegestane_rate / 60)'
export const RATE_INTERVAL = "(interval '1 minute' / toegestane_rate)"
export const RATE_USED_UNTIL = `(
  case when rate_volgende <= ${NOW} + ${RATE_BURST} * ${RATE_INTERVAL} + ${CLOCK_SKEW}
       then greatest(rate_volgende, ${NOW}) else ${NOW} end
)`

/** The number of bezorgingen of an abonnement that may be sent now, besides those under way. */
export const ALLOWED_PLACES = `least(
  case when circuit_open_tot is null then max_gelijktijdig else 1 end,
  case when toegestane_rate is null then max_gelijktijdig else floor(
    ${RATE_BURST} - extract(epoch from ${RATE_USED_UNTIL} - ${NOW}) / extract(epoch from ${RATE_INTERVAL})
  ) end
)`
