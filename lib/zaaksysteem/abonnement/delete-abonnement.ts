import type { ZaaksysteemContext } from '../context.ts'

/**
 * Deletes an abonnement with its secrets and all of its deliveries.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function deleteAbonnement(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { id, client }: { id: string; client?: string },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  const { count } = await db.abonnement.deleteMany({ where: { id, client } })
  return count > 0 ? { ok: true } : { ok: false, reason: 'not_found' }
}
