import { type Actor, recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magOveralSql } from '../../rechten/mag-sql.ts'

/** The lock prevents a concurrent approval with the zaak on the lijst. */
const LOCK_OPEN = `
  select from vernietigingslijst
  where id = $1 and goedgekeurd_op is null and afgewezen_op is null and ${magOveralSql('$2::uuid', 'vernietigen')}
  for share`

const TAKE_OFF = `
  update vernietigingsregel set uitkomst = 'afgehaald', reden = $3, door_id = $4, klaar_op = $5
  where lijst_id = $1 and zaak_id = $2 and uitkomst is null`

/**
 * Takes a zaak off a vernietigingslijst that is not approved yet. The zaak may get on another one later,
 * unless its destruction is held.
 *
 * @param removal.reden without names, because it is kept
 * @returns false when the zaak is not on the lijst, or no longer
 */
export function takeOffLijst(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { lijstId, zaakId, reden, actor }: { lijstId: string; zaakId: string; reden: string; actor: Actor },
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const open = await client.query(LOCK_OPEN, [lijstId, actor.id])
    if (!open.rowCount) return false
    const { rowCount } = await client.query(TAKE_OFF, [lijstId, zaakId, reden, actor.id, ctx.clock()])
    if (!rowCount) return false
    await record({ actor, handeling: 'vernietiging_afhalen', object: { soort: 'zaak', id: zaakId } })
    return true
  })
}
