import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'

/** What may arrive at once after a quiet moment. */
const BURST_MS = 1_000

/** For each source, when its next delivery would arrive if they were spread evenly. */
const nextDue = new WeakMap<PublieksportaalContext['env'], Map<string, number>>()

/**
 * Takes one delivery of a source off what it may send (GCRA). Counted in this process: with more of them a source may
 * send as many times more, and none of it costs a query.
 */
export function spendRate(
  ctx: PublieksportaalContext,
  { source, maxPerMinuut }: Bron,
): { ok: true } | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number } {
  if (maxPerMinuut === null) return { ok: true }
  const due = nextDue.get(ctx.env) ?? new Map<string, number>()
  nextDue.set(ctx.env, due)

  const now = ctx.clock().getTime()
  const intervalMs = MINUTE_MS / maxPerMinuut
  const start = Math.max(due.get(source) ?? now, now)
  const waitMs = start - now - Math.max(BURST_MS - intervalMs, 0)
  if (waitMs > 0) return { ok: false, reason: 'too_many_requests', retryAfterSeconds: Math.ceil(waitMs / 1000) }
  due.set(source, start + intervalMs)
  return { ok: true }
}
