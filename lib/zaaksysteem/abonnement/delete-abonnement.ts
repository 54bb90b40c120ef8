import { type Actor, recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * Deletes an abonnement with its secrets and bezorgingen.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function deleteAbonnement(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { id, client: owner, actor }: { id: string; client?: string; actor: Actor },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  // Without Prisma, which would end the transaction after five seconds: there may be very many bezorgingen.
  return recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query(
      'delete from abonnement where id = $1 and ($2::text is null or client = $2)',
      [id, owner],
    )
    if (!rowCount) return { ok: false, reason: 'not_found' }
    await record({ actor, handeling: 'abonnement_verwijderen', object: { soort: 'abonnement', id } })
    return { ok: true }
  })
}
