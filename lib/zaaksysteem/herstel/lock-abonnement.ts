import type pg from 'pg'
import type { AbonnementStatus } from '../generated/client.ts'

/**
 * Locks the row of an abonnement until the transaction ends: its status cannot change and its bezorgingen
 * cannot be claimed.
 *
 * A transaction that needs LOCK_ORDER too takes that first. Recording attempts locks in the same order, so
 * the two cannot deadlock.
 *
 * @returns its status; `undefined` if there is no such abonnement, or it belongs to another client
 */
export async function lockAbonnement(
  client: pg.PoolClient,
  { id, client: owner }: { id: string; client?: string },
): Promise<AbonnementStatus | undefined> {
  const { rows } = await client.query<{ status: AbonnementStatus }>(
    'select status from abonnement where id = $1 and ($2::text is null or client = $2) for no key update',
    [id, owner],
  )
  return rows[0]?.status
}
