import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'

/** How many of each kind are stored and logged one by one in a minute; the rest are only counted. */
export const KEPT_PER_MINUTE = 60

/**
 * Whether this is one of the first KEPT_PER_MINUTE of its kind in this minute. What anybody can make the portal write, a
 * row or a line of the log, has to be one of these.
 *
 * @param kind one of a few: each takes memory for a minute
 */
export function isAmongFirst({ once, clock }: Pick<PublieksportaalContext, 'once' | 'clock'>, kind: string): boolean {
  const minuutMs = Math.floor(clock().getTime() / MINUTE_MS) * MINUTE_MS
  const minute = once('eersten', () => ({ minuutMs, counts: new Map<string, number>() }))
  if (minute.minuutMs !== minuutMs) Object.assign(minute, { minuutMs, counts: new Map() })
  const before = minute.counts.get(kind) ?? 0
  minute.counts.set(kind, before + 1)
  return before < KEPT_PER_MINUTE
}
