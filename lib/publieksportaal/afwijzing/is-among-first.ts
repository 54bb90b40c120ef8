import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'

/** The number of each kind that is stored and logged in a minute; the rest are only counted. */
export const KEPT_PER_MINUTE = 60

/**
 * True for the first KEPT_PER_MINUTE of a kind in this minute. Limits the rows and log lines that an
 * unauthenticated sender can cause.
 *
 * @param kind one of a small set: each takes memory for a minute
 */
export function isAmongFirst({ once, clock }: Pick<PublieksportaalContext, 'once' | 'clock'>, kind: string): boolean {
  const minuutMs = Math.floor(clock().getTime() / MINUTE_MS) * MINUTE_MS
  const minute = once('eersten', () => ({ minuutMs, counts: new Map<string, number>() }))
  if (minute.minuutMs !== minuutMs) Object.assign(minute, { minuutMs, counts: new Map() })
  const before = minute.counts.get(kind) ?? 0
  minute.counts.set(kind, before + 1)
  return before < KEPT_PER_MINUTE
}
