import { MINUTE_MS } from '../durations.ts'
import { isOver } from '../is-over.ts'

export type Rate = {
  perMinute: number
  /** the burst after a pause: the number of requests that fit in this time */
  burstMs: number
}

/** For each key, when its next request would be due if all were spread evenly. */
export type Spent = Map<string, number>

/** The most remembered keys. Beyond it the least recently counted keys are forgotten, and start again. */
const MOST_KEYS = 10_000

/**
 * Counts a request of `key` against its rate (GCRA). Each process counts for itself, which costs no query;
 * with two processes twice as many requests are allowed.
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
  // moves the key to the end, so that the first keys are the least recently counted
  spent.delete(key)
  spent.set(key, startMs + intervalMs)
  if (spent.size > MOST_KEYS) spent.delete(spent.keys().next().value as string)
  return { ok: true }
}
