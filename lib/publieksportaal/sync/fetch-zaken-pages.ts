import { type ZaakResource, zakenPage } from '#lib/contract/zaak-resource.ts'
import { callZaaksysteem, type Failure, type ZaaksysteemApi } from './call-zaaksysteem.ts'

const PAGE_SIZE = 100

/**
 * All zaken from before the first page was read, ordered by uuid. A failure is the last value. Not what is registered
 * meanwhile, which arrives as an event: a zaaksysteem that registers faster than pages are read has no last page.
 */
export async function* fetchZakenPages(
  api: ZaaksysteemApi,
): AsyncGenerator<{ ok: true; zaken: ZaakResource[] } | Failure, void> {
  let na: string | null = null
  let laatste: string | undefined
  for (;;) {
    const query: URLSearchParams = new URLSearchParams({ limiet: String(PAGE_SIZE), ...(na && { na }) })
    const answer = await callZaaksysteem(api, { path: `/zaken?${query}`, schema: zakenPage })
    if (!answer.ok) return yield answer

    const { zaken } = answer.value
    const volgende: string | undefined = answer.value.volgende?.toLowerCase()
    laatste ??= answer.value.laatste?.toLowerCase()
    yield { ok: true, zaken }
    if (!volgende || (laatste && volgende >= laatste)) return
    // Without this, a zaaksysteem that keeps giving the same page would be asked for ever.
    if (na && volgende <= na) return yield { ok: false, reason: 'invalid_answer' }
    na = volgende
  }
}
