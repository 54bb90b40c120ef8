import { zakenPage } from '#lib/contract/zaak-resource.ts'
import { callZaaksysteem, type ZaaksysteemApi } from './call-zaaksysteem.ts'

const PAGE_SIZE = 100

/** The zaken after `na`, ordered by uuid; `volgende` is the next `na`, or null at the end. */
export function fetchZakenPage(api: ZaaksysteemApi, na: string | null) {
  const query = new URLSearchParams({ limiet: String(PAGE_SIZE), ...(na && { na }) })
  return callZaaksysteem(api, { path: `/zaken?${query}`, schema: zakenPage })
}
