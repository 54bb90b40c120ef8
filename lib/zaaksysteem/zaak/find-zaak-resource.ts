import { validate } from 'uuid'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { toZaakResource, withStatussen } from './to-zaak-resource.ts'

/** One zaak as API clients see it; `undefined` when there is none with this uuid. */
export async function findZaakResource(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  uuid: string,
): Promise<ZaakResource | undefined> {
  if (!validate(uuid)) return undefined
  const zaak = await db.zaak.findUnique({ where: { id: uuid }, include: withStatussen })
  return zaak ? toZaakResource(zaak) : undefined
}

/** The ones of these zaken that exist, in no particular order. */
export async function findZaakResources(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  uuids: string[],
): Promise<ZaakResource[]> {
  const zaken = await db.zaak.findMany({ where: { id: { in: uuids } }, include: withStatussen })
  return zaken.map(toZaakResource)
}
