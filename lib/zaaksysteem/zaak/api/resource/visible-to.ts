import { z } from 'zod'
import { type ZaakResource, zaakResource, zaakResourceZonderBsn } from '#lib/contract/zaak-resource.ts'
import type { ApiClient } from '../../../api/api-client.ts'

/** A client without the scope `zaken.bsn.lezen` gets a zaak without its `initiator`. */
export const visibleZaak = z.union([
  zaakResource.meta({ id: 'Zaak' }),
  zaakResourceZonderBsn.meta({ id: 'ZaakZonderBsn' }),
])

/** Returns the parts of a zaak that this API client may read: the initiator needs a scope of its own. */
export function visibleTo({ scopes }: ApiClient, zaak: ZaakResource): z.infer<typeof visibleZaak> {
  if (scopes.includes('zaken.bsn.lezen')) return zaak
  const { initiator, ...rest } = zaak
  return rest
}
