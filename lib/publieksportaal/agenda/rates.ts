import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { Rate, Spent } from '#lib/platform/http/rate.ts'
import { perProcess } from '#lib/platform/per-process.ts'
import type { PublieksportaalContext } from '../context.ts'

/** Of one address: three devices that look every five minutes, and somebody who presses "refresh" beside that. */
export const FETCHES: Rate = { perMinute: 1, burstMs: 20 * MINUTE_MS }

/**
 * Of one client, what is nobody's. What is somebody's does not count: a company that runs calendars asks for all of its
 * customers from few addresses, and goes on for a while to ask for those that were stopped.
 */
export const MISSES: Rate = { perMinute: 60, burstMs: MINUTE_MS }

const spent = perProcess(
  'publieksportaal.agenda-rates',
  () => new WeakMap<PublieksportaalContext['env'], { fetches: Spent; misses: Spent }>(),
)

/** What was counted in this process: fetches by burger, misses by client. */
export function spentOn({ env }: Pick<PublieksportaalContext, 'env'>): { fetches: Spent; misses: Spent } {
  const known = spent.get(env) ?? { fetches: new Map(), misses: new Map() }
  spent.set(env, known)
  return known
}
