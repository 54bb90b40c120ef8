import type { AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import type { AbonnementModel } from '../generated/models.ts'

/** An abonnement as the API shows it. Secrets of a sinkcredential would be left out here: they are write-only. */
export function toAbonnementResource(row: AbonnementModel): AbonnementResource {
  const { id, sink, types, credentialtype, status, foutcode } = row
  return { id, protocol: 'HTTP', sink, types, sinkcredential: { credentialtype }, status, foutcode }
}
