import type { AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { toAbonnementResource, WITH_TOEGANGEN } from './api/abonnement-resource.ts'

/** Returns the client's own abonnementen, oldest first. */
export async function findAbonnementenOfClient(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  client: string,
): Promise<AbonnementResource[]> {
  const rows = await db.abonnement.findMany({ where: { client }, orderBy: { id: 'asc' }, include: WITH_TOEGANGEN })
  return rows.map(toAbonnementResource)
}

export async function findAbonnementOfClient(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { client, id }: { client: string; id: string },
): Promise<AbonnementResource | undefined> {
  const row = await db.abonnement.findFirst({ where: { id, client }, include: WITH_TOEGANGEN })
  return row ? toAbonnementResource(row) : undefined
}
