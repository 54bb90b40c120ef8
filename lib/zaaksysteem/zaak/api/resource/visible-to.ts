import type { ZaakResource, ZaakResourceZonderBsn } from '#lib/contract/zaak-resource.ts'
import type { ApiClient } from '../../../api/api-client.ts'

/** A zaak with only what this API client may read of it: whose it is needs a scope of its own. */
export function visibleTo({ scopes }: ApiClient, zaak: ZaakResource): ZaakResource | ZaakResourceZonderBsn {
  if (scopes.includes('zaken.bsn.lezen')) return zaak
  const { initiator, ...rest } = zaak
  return rest
}
