import { validate as isUuid } from 'uuid'
import { burgerActor, type Handelende } from '../../audit/burger-actor.ts'
import { recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'

/** Locks the burger first, as a change of a zaak does before it queues pushes. */
const LOCK = 'select from burger where id = $1 for no key update'
const REMOVE = 'delete from apparaat where id = $1 and burger_id = $2'

/**
 * Removes a device and its waiting pushes.
 *
 * @returns false when it is not a device of this citizen
 */
export async function removeApparaat(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, apparaatId }: Handelende & { apparaatId: string },
): Promise<boolean> {
  if (!isUuid(apparaatId)) return false
  return recordedPgTransaction(ctx, async (client, record) => {
    await client.query(LOCK, [burgerId])
    const { rowCount } = await client.query(REMOVE, [apparaatId, burgerId])
    if (rowCount === 0) return false
    const object = { soort: 'apparaat', id: apparaatId }
    await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'apparaat_verwijderen', object })
    return true
  })
}
