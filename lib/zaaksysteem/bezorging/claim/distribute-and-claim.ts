import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { BEGIN_DISTRIBUTION, type Distribution, distributionStatement } from '../../outbox/distribute-gebeurtenissen.ts'
import { type ClaimedBezorging, claimStatement, type FreePlaces } from './claim-bezorgingen.ts'

/** `distributeGebeurtenissen` and `claimBezorgingen` in one round trip and commit: a change reaches its sink sooner. */
export async function distributeAndClaim(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<Distribution & { claimed: ClaimedBezorging[] }> {
  const statements = [distributionStatement(ctx), claimStatement(ctx.clock, places)]
  const results = await runPipeline(ctx.pool, statements, BEGIN_DISTRIBUTION)
  const [[distribution], claimed] = results as [[Distribution], ClaimedBezorging[]]
  return { ...distribution, claimed }
}
