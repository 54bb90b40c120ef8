import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { BEGIN_DISTRIBUTION, distributionStatement } from '../../outbox/distribute-gebeurtenissen.ts'
import { type Claim, claimStatement, type FreePlaces, toClaim } from './claim-bezorgingen.ts'

/**
 * Runs `distributeGebeurtenissen` and `claimBezorgingen` in one round trip and commit, so that a change
 * reaches its sink sooner.
 */
export async function distributeAndClaim(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<{ distributed: number } & Claim> {
  const statements = [distributionStatement(ctx), claimStatement(ctx.clock, places)]
  const [distributions = [], rows = []] = await runPipeline(ctx.pool, statements, BEGIN_DISTRIBUTION)
  return { distributed: distributions[0]?.distributed, ...toClaim(ctx, rows) }
}
