import { type ZaakResource, zakenPage } from '#lib/contract/zaak-resource.ts'
import { callZaaksysteem, type Failure, type ZaaksysteemApi } from './call-zaaksysteem.ts'

const PAGE_SIZE = 100

/** All zaken, ordered by uuid. A failure is the last value. */
export async function* fetchZakenPages(
  api: ZaaksysteemApi,
): AsyncGenerator<{ ok: true; zaken: ZaakResource[] } | Failure, void> {
  let na: string | null = null
  do {
    const query: URLSearchParams = new URLSearchParams({ limiet: String(PAGE_SIZE), ...(na && { na }) })
    const answer = await callZaaksysteem(api, { path: `/zaken?${query}`, schema: zakenPage })
    if (!answer.ok) return yield answer

    const { zaken, volgende }: { zaken: ZaakResource[]; volgende: string | null } = answer.value
    yield { ok: true, zaken }
    // Without this, a zaaksysteem that keeps giving the same page would be asked for ever.
    if (na !== null && volgende !== null && volgende <= na) return yield { ok: false, reason: 'invalid_answer' }
    na = volgende
  } while (na !== null)
}
