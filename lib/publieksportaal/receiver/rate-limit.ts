import { MINUTE_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { perProcess } from '#lib/platform/per-process.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'

/** After a pause a source may send at once what it may send in this time. */
const BURST_MS = 1_000

/** For each source, when its next delivery would be due if all were spread evenly. */
const nextDue = perProcess(
  'publieksportaal.rate-limit',
  () => new WeakMap<PublieksportaalContext['env'], Map<string, number>>(),
)

/**
 * Counts one delivery against the rate of its source (GCRA). Each process counts for itself, which costs no query but
 * means that with two processes a source may send twice as much.
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
  const nextMs = due.get(source) ?? now
  const start = isOver(nextMs, { now, atMostMs: Math.max(BURST_MS, intervalMs) }) ? now : nextMs
  const waitMs = start - now - Math.max(BURST_MS - intervalMs, 0)
  if (waitMs > 0) return { ok: false, reason: 'too_many_requests', retryAfterSeconds: Math.ceil(waitMs / 1000) }
  due.set(source, start + intervalMs)
  return { ok: true }
}
