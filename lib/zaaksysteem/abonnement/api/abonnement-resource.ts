import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import type { AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { AbonnementModel, ToegangModel } from '../../generated/models.ts'

/** The relations that `toAbonnementResource` needs. */
export const WITH_TOEGANGEN = { toegangen: { orderBy: { soort: 'asc' } } } as const

type Row = AbonnementModel & {
  toegangen: Pick<ToegangModel, 'soort' | 'kenmerk' | 'aangemaaktOp' | 'verlooptOp'>[]
}

/**
 * Returns an abonnement as a resource of the API. Secrets are in tables of their own, and never part of it.
 */
export function toAbonnementResource(row: Row): AbonnementResource {
  const { id, sink, naam, contact, types, status, statusreden, foutcode } = row
  const { contentmodus, herhaalschema, maxGelijktijdig, protocol, natsSubject: subject, natsStream: stream } = row
  return {
    id,
    protocol,
    sink,
    ...(protocol === 'NATS' && { protocolsettings: { subject, ...(stream && { stream }) } }),
    sinkcredential: { credentialtype: protocol === 'NATS' ? 'PLAIN' : row.credentialtype },
    toegang: row.toegangen.map(({ soort, kenmerk, aangemaaktOp, verlooptOp }) => ({
      soort,
      kenmerk,
      sinds: aangemaaktOp.toISOString(),
      tot: verlooptOp?.toISOString() ?? null,
    })),
    naam,
    contact,
    types,
    // The schema abonnementFilters checked them before they were stored.
    filters: row.filters as AbonnementFilter[],
    config: { contentmodus, herhaalschema, maxGelijktijdig },
    status,
    statusSinds: row.statusSinds.toISOString(),
    statusreden,
    foutcode,
  }
}

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
