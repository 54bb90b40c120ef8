import { validate } from 'uuid'
import { FORMULIERFOUTEN, readFormFile } from '#lib/platform/bestand/read-form-file.ts'
import { jsonResponse, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { zakenMet } from '#lib/zaaksysteem/rechten/mag.ts'
import { findBehandelaarOfRequest } from '#lib/zaaksysteem/sign-in/find-behandelaar-of-request.ts'

/** Without JavaScript the form posts here, and is redirected back to the page. */
const pageOf = (zaakId: string, query = '') =>
  new Response(null, { status: 303, headers: { Location: `/balie/zaken/${zaakId}${query}#documenten` } })

/** Streams one uploaded file for a zaak. A server action of Next.js would buffer it in memory. */
export const { POST } = apiRoute<{ zaakId: string }>(async (ctx, request, { zaakId }) => {
  const behandelaar = await findBehandelaarOfRequest(ctx, request)
  if (!behandelaar) return problemResponse({ status: 401, code: 'not_signed_in', detail: 'Sign in first.' })
  const mine = { id: zaakId, AND: zakenMet(behandelaar, 'behandelen') }
  const zaak = validate(zaakId) && (await ctx.db.zaak.findFirst({ where: mine, select: { id: true } }))
  if (!zaak) return notFoundResponse()
  const file = { zaakId, afzender: behandelaar.id }
  const stored = await readFormFile(request, (sent) => storeBestand(ctx, { ...file, ...sent }))
  const wantsJson = request.headers.get('Accept') === 'application/json'
  if (stored.ok) return wantsJson ? jsonResponse({ bestand: stored.bestand.id }, { status: 201 }) : pageOf(zaakId)
  const { reason: code } = stored
  if (wantsJson || code === 'form_unreadable') {
    return problemResponse({ status: 400, code, detail: FORMULIERFOUTEN[code] })
  }
  return pageOf(zaakId, `?bestandsfout=${code}`)
})
