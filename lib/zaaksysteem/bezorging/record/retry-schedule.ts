const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Seconds before each further attempt, counted from the end of the one before it (Standard Webhooks 1.0.0).
 */
export const STANDARD_SCHEDULE = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Spreads the retries of bezorgingen that failed together, and of those that got the same Retry-After. */
const JITTER = 0.2

/** Attempts in the standard schedule, including the first. */
export const MAX_POGINGEN = STANDARD_SCHEDULE.length + 1

/**
 * Returns when to retry after `pogingen` failed attempts; `undefined` when that was the last one.
 *
 * @param options.schema - the schedule of the abonnement in seconds; the standard one when empty
 * @param options.retryAfter - the attempt comes at that time or a little later, never earlier
 * @param options.random - a number from 0 up to 1, as `Math.random()` gives
 */
export function nextPogingAt(options: {
  pogingen: number
  schema: readonly number[]
  retryAfter: Date | null
  now: Date
  random: number
}): Date | undefined {
  const { pogingen, schema, retryAfter, now, random } = options
  const delayS = (schema.length > 0 ? schema : STANDARD_SCHEDULE)[pogingen - 1]
  if (delayS === undefined) return undefined
  const factor = 1 + JITTER * (2 * random - 1)
  const planned = now.getTime() + Math.round(delayS * 1000 * factor)
  if (!retryAfter) return new Date(planned)
  const spreadMs = Math.round(JITTER * random * Math.max(retryAfter.getTime() - now.getTime(), 0))
  return new Date(Math.max(planned, retryAfter.getTime() + spreadMs))
}
