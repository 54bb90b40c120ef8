import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Distribution, distributionStatements } from '../../outbox/distribute-gebeurtenissen.ts'
import { type ClaimedBezorging, claimStatement, type FreePlaces } from './claim-bezorgingen.ts'

/** `distributeGebeurtenissen` and `claimBezorgingen` in one round trip and commit: a change reaches its sink sooner. */
export async function distributeAndClaim(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<Distribution & { claimed: ClaimedBezorging[] }> {
  const results = await runPipeline(ctx.pool, [...distributionStatements(ctx), claimStatement(ctx.clock, places)])
  const [, , [distribution], claimed] = results as [unknown, unknown, [Distribution], ClaimedBezorging[]]
  return { ...distribution, claimed }
}
