import type { ZaaksysteemContext } from '../context.ts'

export type StatusChange = { ok: true } | { ok: false; reason: 'not_found' | 'wrong_status' }

/**
 * Stops the deliveries of an abonnement that is actief. From then on its deliveries become overgeslagen.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function pauseAbonnement(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { id, client }: { id: string; client?: string },
): Promise<StatusChange> {
  const { count } = await db.abonnement.updateMany({
    where: { id, client, status: 'actief' },
    data: { status: 'gepauzeerd', statusSinds: clock() },
  })
  if (count > 0) return { ok: true }
  const exists = await db.abonnement.count({ where: { id, client } })
  return { ok: false, reason: exists ? 'wrong_status' : 'not_found' }
}
