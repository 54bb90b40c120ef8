import type pg from 'pg'
import type { AbonnementStatus } from '../generated/client.ts'

/**
 * Keeps the abonnement's status as it is, and its deliveries from being claimed, until the transaction ends.
 * `undefined`: there is none, or the client has none such.
 *
 * Together with the lock on the order this comes second: recording an attempt takes them that way too.
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
