import { type Spent, spend } from '#lib/platform/http/rate.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'

/** After a pause a source may send at once what it may send in this time. */
const BURST_MS = 1_000

/** Counts one delivery against the rate of its source, in this process. */
export function spendRate(
  ctx: PublieksportaalContext,
  { source, maxPerMinuut }: Bron,
): { ok: true } | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number } {
  if (maxPerMinuut === null) return { ok: true }
  const outcome = spend(
    ctx.once('rate-limit', (): Spent => new Map()),
    {
      key: source,
      rate: { perMinute: maxPerMinuut, burstMs: BURST_MS },
      now: ctx.clock(),
    },
  )
  return outcome.ok ? outcome : { ...outcome, reason: 'too_many_requests' }
}
