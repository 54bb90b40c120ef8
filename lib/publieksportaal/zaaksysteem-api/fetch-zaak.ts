import { type ZaakResource, zaakResource } from '#lib/contract/zaak-resource.ts'
import { type Answer, callZaaksysteem, type ZaaksysteemApi } from './call-zaaksysteem.ts'

export function fetchZaak(api: ZaaksysteemApi, zaakId: string): Promise<Answer<ZaakResource>> {
  return callZaaksysteem(api, { path: `/zaken/${encodeURIComponent(zaakId)}`, schema: zaakResource })
}
