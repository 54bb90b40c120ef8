import type { PublieksportaalContext } from '../context.ts'
import type { Answer, ZaaksysteemApi } from '../zaaksysteem-api/call-zaaksysteem.ts'
import { fetchZakenPage } from '../zaaksysteem-api/fetch-zaken-page.ts'
import { storeZaak } from '../zaaksysteem-api/store-zaak.ts'

/** Fetches and stores every zaak, page by page. What was there before the portal is no news to a citizen. */
export async function loadZaken(
  ctx: PublieksportaalContext,
  api: ZaaksysteemApi,
): Promise<{ ok: true; zaken: number } | Extract<Answer<never>, { ok: false }>> {
  let zaken = 0
  let na: string | null = null
  do {
    const page: Awaited<ReturnType<typeof fetchZakenPage>> = await fetchZakenPage(api, na)
    if (!page.ok) return page
    for (const zaak of page.value.zaken) await storeZaak(ctx, zaak, { alreadySeen: true })
    zaken += page.value.zaken.length
    // A zaaksysteem that gives the same page again and again is not followed for ever.
    if (na !== null && page.value.volgende !== null && page.value.volgende <= na) {
      return { ok: false, reason: 'invalid_answer' }
    }
    na = page.value.volgende
  } while (na !== null)
  return { ok: true, zaken }
}
