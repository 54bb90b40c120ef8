import { MINUTE_MS } from '../durations.ts'
import { isOver } from '../is-over.ts'

export type Rate = {
  perMinute: number
  /** after a pause so much may come at once as may come in this time */
  burstMs: number
}

/** For each key, when its next request would be due if all were spread evenly. */
export type Spent = Map<string, number>

/**
 * How many keys are remembered. Beyond it the keys that were not counted for longest are forgotten, and begin
 * anew.
 */
const MOST_KEYS = 10_000

/**
 * Counts one of `key` against its rate (GCRA). Each process counts for itself, which costs no query but means
 * that with two processes twice as many may come.
 */
export function spend(
  spent: Spent,
  { key, rate: { perMinute, burstMs }, now }: { key: string; rate: Rate; now: Date },
): { ok: true } | { ok: false; retryAfterSeconds: number } {
  const nowMs = now.getTime()
  const intervalMs = MINUTE_MS / perMinute
  const nextMs = spent.get(key) ?? nowMs
  const startMs = isOver(nextMs, { now, atMostMs: Math.max(burstMs, intervalMs) }) ? nowMs : nextMs
  const waitMs = startMs - nowMs - Math.max(burstMs - intervalMs, 0)
  if (waitMs > 0) return { ok: false, retryAfterSeconds: Math.ceil(waitMs / 1000) }
  // at the end, so that the first ones are those that were not counted for longest
  spent.delete(key)
  spent.set(key, startMs + intervalMs)
  if (spent.size > MOST_KEYS) spent.delete(spent.keys().next().value as string)
  return { ok: true }
}
