import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Numbering, numberingStatements } from '../../outbox/number-gebeurtenissen.ts'
import { type ClaimedBezorging, claimStatement, type FreePlaces } from './claim-bezorgingen.ts'

/** `numberGebeurtenissen` and `claimBezorgingen` in one round trip and commit: a change reaches its sink sooner. */
export async function numberAndClaim(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<Numbering & { claimed: ClaimedBezorging[] }> {
  const results = await runPipeline(ctx.pool, [...numberingStatements(ctx), claimStatement(ctx.clock, places)])
  const [, [numbering], claimed] = results as [unknown, [Numbering], ClaimedBezorging[]]
  return { ...numbering, claimed }
}
