import { type Actor, recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magOveralSql } from '../../rechten/mag-sql.ts'

/** The statement itself demands two persons; a check constraint does so too. */
const APPROVE = `
  update vernietigingslijst set goedgekeurd_op = $3, goedgekeurd_door_id = $2
  where id = $1 and voorgesteld_door_id <> $2::uuid and goedgekeurd_op is null and afgewezen_op is null
    and ${magOveralSql('$2::uuid', 'vernietigen')}
    and exists (select from vernietigingsregel where lijst_id = vernietigingslijst.id and uitkomst is null)`

/**
 * Approves a vernietigingslijst, once, by somebody other than its proposer. The workers then destroy its
 * zaken (`processVernietigingslijsten`).
 *
 * @returns false when this person may not approve it, or it was judged already
 */
export function approveLijst(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { lijstId, actor }: { lijstId: string; actor: Actor },
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query(APPROVE, [lijstId, actor.id, ctx.clock()])
    if (!rowCount) return false
    await record({ actor, handeling: 'vernietiging_goedkeuren', object: { soort: 'vernietigingslijst', id: lijstId } })
    return true
  })
}
