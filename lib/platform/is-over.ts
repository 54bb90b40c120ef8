import { SECOND_MS } from './durations.ts'

/** How far the clocks of two hosts may differ. Has a sister in SQL wherever a wait is compared there. */
export const CLOCK_DIFFERENCE_SECONDS = 5

/**
 * Whether a wait that takes at most `atMostMs` and ends at `until` is over. Also when it has longer to go than that: then
 * the clock was set back since, and the wait would last for as long as the clock went back.
 */
export function isOver(until: Date | number, { now, atMostMs }: { now: Date | number; atMostMs: number }): boolean {
  const leftMs = Number(until) - Number(now)
  return leftMs <= 0 || leftMs > atMostMs + CLOCK_DIFFERENCE_SECONDS * SECOND_MS
}
