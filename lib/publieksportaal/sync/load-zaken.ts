import type { PublieksportaalContext } from '../context.ts'
import type { Failure, ZaaksysteemApi } from './call-zaaksysteem.ts'
import { fetchZakenPages } from './fetch-zaken.ts'
import { storeZaak } from './store-zaak.ts'

/** Fetches and stores every zaak, page by page, as already seen: zaken older than the portal are no news. */
export async function loadZaken(
  ctx: PublieksportaalContext,
  api: ZaaksysteemApi,
): Promise<{ ok: true; zaken: number } | Failure> {
  let zaken = 0
  for await (const page of fetchZakenPages(api)) {
    if (!page.ok) return page
    for (const zaak of page.zaken) await storeZaak(ctx, zaak, { alreadySeen: true })
    zaken += page.zaken.length
  }
  return { ok: true, zaken }
}
