import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import type { AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import type { AbonnementModel } from '../../generated/models.ts'

/** An abonnement as the API returns it. Secrets are in a table of their own and never part of it. */
export function toAbonnementResource(row: AbonnementModel): AbonnementResource {
  const { id, sink, naam, contact, types, status, statusreden, foutcode } = row
  const { contentmodus, herhaalschema, maxGelijktijdig, protocol, natsSubject: subject, natsStream: stream } = row
  return {
    id,
    protocol,
    sink,
    ...(protocol === 'NATS' && { protocolsettings: { subject, ...(stream && { stream }) } }),
    sinkcredential: { credentialtype: protocol === 'NATS' ? 'PLAIN' : row.credentialtype },
    naam,
    contact,
    types,
    // The schema abonnementFilters has checked them before they were stored.
    filters: row.filters as AbonnementFilter[],
    config: { contentmodus, herhaalschema, maxGelijktijdig },
    status,
    statusSinds: row.statusSinds.toISOString(),
    statusreden,
    foutcode,
  }
}
