import type { QueryResult } from 'pg'
import type { ZaaksysteemContext } from '../../context.ts'
import {
  LOCK_NUMBERING,
  NUMBER_GEBEURTENISSEN,
  NUMBERING_BATCH,
  type Numbering,
} from '../../outbox/number-gebeurtenissen.ts'
import { literal, runPrepared } from '../run-prepared.ts'
import { type ClaimedBezorging, executeClaim, type FreePlaces, PREPARED_CLAIM } from './claim-bezorgingen.ts'

const STATEMENTS = {
  number_gebeurtenissen: `(int, timestamptz) AS ${NUMBER_GEBEURTENISSEN}`,
  ...PREPARED_CLAIM,
}

/** `numberGebeurtenissen` and `claimBezorgingen` in one round trip and one commit: the way from a change to its POST. */
export async function numberAndClaim(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<Numbering & { claimed: ClaimedBezorging[] }> {
  const now = ctx.clock()
  const message = `
    ${LOCK_NUMBERING};
    EXECUTE number_gebeurtenissen(${NUMBERING_BATCH}, ${literal(now.toISOString())});
    ${executeClaim(now, places)}`
  const results = await runPrepared(ctx, { statements: STATEMENTS, message })
  const [, numbering, claim] = results as [unknown, QueryResult<Numbering>, QueryResult<ClaimedBezorging>]
  return { numbered: numbering.rows[0]?.numbered ?? 0, claimed: claim.rows }
}
