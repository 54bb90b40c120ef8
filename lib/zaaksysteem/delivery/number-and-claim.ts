import pg from 'pg'
import type { ZaaksysteemContext } from '../context.ts'
import {
  LOCK_NUMBERING,
  NUMBER_GEBEURTENISSEN,
  NUMBERING_BATCH,
  type Numbering,
} from '../outbox/number-gebeurtenissen.ts'
import { CLAIM_BEZORGINGEN, type ClaimedBezorging } from './claim-bezorgingen.ts'

const prepared = new WeakSet<pg.PoolClient>()

/**
 * `numberGebeurtenissen` and `claimBezorgingen` in one round trip and one commit: the way from a change to its POST.
 *
 * Several statements in one message are one transaction but take no parameters and would be planned each time, so
 * each connection prepares them once.
 */
export async function numberAndClaim(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { limit }: { limit: number },
): Promise<Numbering & { claimed: ClaimedBezorging[] }> {
  const client = await pool.connect()
  try {
    if (!prepared.has(client)) {
      await client.query(`PREPARE number_gebeurtenissen AS ${NUMBER_GEBEURTENISSEN}`)
      await client.query(`PREPARE claim_bezorgingen AS ${CLAIM_BEZORGINGEN}`)
      prepared.add(client)
    }
    const now = pg.escapeLiteral(clock().toISOString())
    const results: unknown = await client.query(`
      ${LOCK_NUMBERING};
      EXECUTE number_gebeurtenissen(${NUMBERING_BATCH}, ${now});
      EXECUTE claim_bezorgingen(${now}, ${limit})`)
    const [, numbering, claim] = results as [unknown, pg.QueryResult<Numbering>, pg.QueryResult<ClaimedBezorging>]
    return { numbered: numbering.rows[0]?.numbered ?? 0, claimed: claim.rows }
  } finally {
    client.release()
  }
}
