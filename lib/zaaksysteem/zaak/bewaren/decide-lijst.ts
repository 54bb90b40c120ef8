import { type Actor, recordedPgTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { magOveralSql } from '#lib/zaaksysteem/rechten/mag-sql.ts'

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
