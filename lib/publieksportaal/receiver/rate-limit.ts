import { type Spent, spend } from '#lib/platform/http/rate.ts'
import { perProcess } from '#lib/platform/per-process.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'

/** After a pause a source may send at once what it may send in this time. */
const BURST_MS = 1_000

const spentOf = perProcess('publieksportaal.rate-limit', () => new WeakMap<PublieksportaalContext['env'], Spent>())

/** Counts one delivery against the rate of its source, in this process. */
export function spendRate(
  ctx: PublieksportaalContext,
  { source, maxPerMinuut }: Bron,
): { ok: true } | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number } {
  if (maxPerMinuut === null) return { ok: true }
  const spent = spentOf.get(ctx.env) ?? new Map()
  spentOf.set(ctx.env, spent)
  const outcome = spend(spent, {
    key: source,
    rate: { perMinute: maxPerMinuut, burstMs: BURST_MS },
    now: ctx.clock(),
  })
  return outcome.ok ? outcome : { ...outcome, reason: 'too_many_requests' }
}
