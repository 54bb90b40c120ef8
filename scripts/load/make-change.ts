import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handeling/change-status.ts'
import type { LiveArrivals } from './live-arrivals.ts'

type Change = Omit<Parameters<typeof changeStatus>[1], 'traceparent'>

/** One change of status, as the desk makes it. `liveMs`: from its commit until the citizen's open page is told, in ms. */
export async function makeChange(ctx: ZaaksysteemContext, arrivals: LiveArrivals, change: Change) {
  const result = await changeStatus(ctx, { ...change, traceparent: traceparentOf(null) })
  if (!result.ok) throw new Error(result.reason)
  const committed = performance.now()
  return {
    gebeurtenisId: result.gebeurtenisId,
    versie: result.versie,
    committedAt: Date.now(),
    liveMs: arrivals.of(change.zaakId, result.versie).then((at) => at - committed),
  }
}
