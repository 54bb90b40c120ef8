import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'
import type { LiveArrivals } from './live-arrivals.ts'

type Change = Omit<Parameters<typeof changeStatus>[1], 'traceparent'>

/**
 * Makes one statuswijziging, as the desk does. `liveMs`: from its commit until the message on the citizen's
 * live stream, in ms.
 */
export async function makeChange(ctx: ZaaksysteemContext, arrivals: LiveArrivals, change: Change) {
  const result = expectDone(await changeStatus(ctx, { ...change, traceparent: traceparentOf(null) }))
  const committed = performance.now()
  return {
    gebeurtenisId: result.gebeurtenisId,
    versie: result.versie,
    committedAt: Date.now(),
    liveMs: arrivals.of(change.zaakId, result.versie).then((at) => at - committed),
  }
}
