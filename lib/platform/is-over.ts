import { SECOND_MS } from './durations.ts'

/** The tolerated difference between the clocks of two hosts. */
const CLOCK_DIFFERENCE_SECONDS = 5

/**
 * True when a wait of at most `atMostMs` that ends at `until` is over. Also true when `until` is further
 * ahead than that: then the clock was set back meanwhile, and the wait would last that much longer.
 */
export function isOver(until: Date | number, { now, atMostMs }: { now: Date | number; atMostMs: number }): boolean {
  const leftMs = Number(until) - Number(now)
  return leftMs <= 0 || leftMs > atMostMs + CLOCK_DIFFERENCE_SECONDS * SECOND_MS
}

/**
 * Returns the same check in SQL: no wait of at most `atMostSeconds` can end after this moment, unless the
 * clock was set back.
 */
export function latestEndSql(now: string, atMostSeconds: number): string {
  return `${now}::timestamptz + make_interval(secs => ${atMostSeconds + CLOCK_DIFFERENCE_SECONDS})`
}
