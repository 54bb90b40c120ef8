import { type Actor, recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magOveralSql } from '../rechten/mag-sql.ts'

/** Two persons, in the statement itself; a check of the table says so too. */
const APPROVE = `
  update vernietigingslijst set goedgekeurd_op = $3, goedgekeurd_door_id = $2
  where id = $1 and voorgesteld_door_id <> $2::uuid and goedgekeurd_op is null and afgewezen_op is null
    and ${magOveralSql('$2::uuid', 'vernietigen')}
    and exists (select from vernietigingsregel where lijst_id = vernietigingslijst.id and uitkomst is null)`

/**
 * Approves a vernietigingslijst, once, by somebody else than who proposed it. The workers then destroy what is on it
 * (`processVernietigingslijsten`).
 *
 * @returns false when it was not for this person to approve, or not any more
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
