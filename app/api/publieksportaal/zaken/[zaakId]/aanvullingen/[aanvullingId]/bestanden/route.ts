import { FORMULIERFOUTEN, readFormFile } from '#lib/platform/bestand/read-form-file.ts'
import { jsonResponse, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { addBestand } from '#lib/publieksportaal/inzending/add-bestand.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { notSignedIn, portalRoute } from '../../../../../portal-route.ts'

const FOUTEN = {
  ...FORMULIERFOUTEN,
  too_many: 'No more files can be ready for this zaak.',
  burger_full: 'What lies here for this citizen would be larger than it may be together.',
  not_asked: 'This is not asked, or not any more.',
  not_found: 'There is nothing here.',
}

/**
 * Streams one uploaded file for an aanvulling of the signed-in citizen. Without JavaScript the form posts
 * here, and is redirected back.
 */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(
  ['POST'],
  async (ctx, request, { zaakId = '', aanvullingId = '' }) => {
    const wantsJson = request.headers.get('Accept') === 'application/json'
    const page = `/mijn/zaken/${encodeURIComponent(zaakId)}/sturen`
    const burger = await findBurgerOfRequest(ctx, request)
    if (!burger) return wantsJson ? notSignedIn() : seeOther(page)
    const of = { burgerId: burger.burgerId, zaakId, aanvulling: aanvullingId }
    const added = await addBestand(ctx, of, (store) => readFormFile(request, store))
    if (!added.ok && added.reason === 'not_found') return notFoundResponse()
    const place = `#${encodeURIComponent(aanvullingId)}`
    if (added.ok) return wantsJson ? jsonResponse({}, { status: 201 }) : seeOther(`${page}${place}`)
    const { reason: code } = added
    if (wantsJson || code === 'form_unreadable') return problemResponse({ status: 400, code, detail: FOUTEN[code] })
    return seeOther(`${page}?${new URLSearchParams({ fout: code, bij: aanvullingId })}${place}`)
  },
)

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } })
