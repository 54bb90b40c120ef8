import { MINUTE_MS } from '../durations.ts'
import { isOver } from '../is-over.ts'

export type Rate = {
  perMinute: number
  /** after a pause so much may come at once as may come in this time */
  burstMs: number
}

/** For each key, when its next request would be due if all were spread evenly. */
export type Spent = Map<string, number>

type Asked = { key: string; rate: Rate; now: Date }

/** How many keys are remembered. Beyond it the keys that were not counted for longest are forgotten, and begin anew. */
const MOST_KEYS = 10_000

function nextStart(spent: Spent, { key, rate, now }: Asked): { startMs: number; waitMs: number; intervalMs: number } {
  const { perMinute, burstMs } = rate
  const nowMs = now.getTime()
  const intervalMs = MINUTE_MS / perMinute
  const nextMs = spent.get(key) ?? nowMs
  const startMs = isOver(nextMs, { now, atMostMs: Math.max(burstMs, intervalMs) }) ? nowMs : nextMs
  return { startMs, waitMs: startMs - nowMs - Math.max(burstMs - intervalMs, 0), intervalMs }
}

/** After how many seconds another one of `key` may come; 0: at once. Counts nothing. */
export function secondsToWait(spent: Spent, asked: Asked): number {
  return Math.ceil(Math.max(nextStart(spent, asked).waitMs, 0) / 1000)
}

/**
 * Counts one of `key` against its rate (GCRA). Each process counts for itself, which costs no query but means that with two
 * processes twice as many may come.
 */
export function spend(spent: Spent, asked: Asked): { ok: true } | { ok: false; retryAfterSeconds: number } {
  const { startMs, waitMs, intervalMs } = nextStart(spent, asked)
  if (waitMs > 0) return { ok: false, retryAfterSeconds: Math.ceil(waitMs / 1000) }
  // at the end, so that the first ones are those that were not counted for longest
  spent.delete(asked.key)
  spent.set(asked.key, startMs + intervalMs)
  if (spent.size > MOST_KEYS) spent.delete(spent.keys().next().value as string)
  return { ok: true }
}
