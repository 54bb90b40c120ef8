import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * Deletes an abonnement with its secrets and all of its deliveries.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function deleteAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { id, client, actor }: { id: string; client?: string; actor: Actor },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  return recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.abonnement.deleteMany({ where: { id, client } })
    if (count === 0) return { ok: false, reason: 'not_found' }
    await record({ actor, handeling: 'abonnement_verwijderen', object: { soort: 'abonnement', id } })
    return { ok: true }
  })
}
