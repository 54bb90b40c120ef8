import type { ZaaksysteemContext } from '../context.ts'

/** Deletes the client's abonnement with all of its deliveries. `false` when the client has no such abonnement. */
export async function deleteAbonnementOfClient(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { client, id }: { client: string; id: string },
): Promise<boolean> {
  const { count } = await db.abonnement.deleteMany({ where: { id, client } })
  return count > 0
}
