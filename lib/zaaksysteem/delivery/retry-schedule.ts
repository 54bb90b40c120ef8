const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Delay before each attempt, counted from the end of the one before it (Standard Webhooks 1.0.0). */
const DELAYS_MS = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Spreads the retries of events that failed together. */
const JITTER = 0.2

export const MAX_ATTEMPTS = DELAYS_MS.length

/**
 * When to try again after `attempts` failed attempts, or `undefined` when that was the last one.
 *
 * @param options.random - a number from 0 up to 1, as `Math.random()` gives
 */
export function nextAttemptAt(options: { attempts: number; now: Date; random: number }): Date | undefined {
  const delay = DELAYS_MS[options.attempts]
  if (delay === undefined) return undefined
  const factor = 1 + JITTER * (2 * options.random - 1)
  return new Date(options.now.getTime() + Math.round(delay * factor))
}
