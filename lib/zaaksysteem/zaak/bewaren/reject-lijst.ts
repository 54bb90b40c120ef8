import { type Actor, recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magOveralSql } from '../../rechten/mag-sql.ts'

const REJECT = `
  update vernietigingslijst set afgewezen_op = $3, afgewezen_door_id = $2, afwijzing = $4
  where id = $1 and goedgekeurd_op is null and afgewezen_op is null and ${magOveralSql('$2::uuid', 'vernietigen')}`

const LET_GO = `
  update vernietigingsregel set uitkomst = 'afgewezen', klaar_op = $2 where lijst_id = $1 and uitkomst is null`

/**
 * Rejects a vernietigingslijst that is not approved, which its proposer may do too. Its zaken stay, and
 * can be put on another one.
 *
 * @param rejection.reden without names, because it is kept
 * @returns false when it was judged already
 */
export function rejectLijst(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { lijstId, reden, actor }: { lijstId: string; reden: string; actor: Actor },
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query(REJECT, [lijstId, actor.id, ctx.clock(), reden])
    if (!rowCount) return false
    await client.query(LET_GO, [lijstId, ctx.clock()])
    await record({ actor, handeling: 'vernietiging_afwijzen', object: { soort: 'vernietigingslijst', id: lijstId } })
    return true
  })
}
