import { validate } from 'uuid'
import { BESTANDSFOUTEN } from '#lib/platform/bestand/bestandsfouten.ts'
import { readFormFile } from '#lib/platform/bestand/read-form-file.ts'
import { jsonResponse, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { zakenMet } from '#lib/zaaksysteem/rechten/mag.ts'
import { currentBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** Without JavaScript its form leads here, and from here to the page again. */
const pageOf = (zaakId: string, query = '') =>
  new Response(null, { status: 303, headers: { Location: `/balie/zaken/${zaakId}${query}#documenten` } })

/** Takes in one file for a zaak that a behandelaar treats, as it comes. Not below /balie, where Next.js would keep a copy of it. */
export const { POST } = apiRoute<{ zaakId: string }>(async (ctx, request, { zaakId }) => {
  const behandelaar = await currentBehandelaar()
  if (!behandelaar) return problemResponse({ status: 401, code: 'not_signed_in', detail: 'Sign in first.' })
  const mine = { id: zaakId, AND: zakenMet(behandelaar, 'behandelen') }
  const zaak = validate(zaakId) && (await ctx.db.zaak.findFirst({ where: mine, select: { id: true } }))
  if (!zaak) return notFoundResponse()
  const taken = await readFormFile(request, (file) => storeBestand(ctx, { zaakId, ...file }))
  const stored = taken ?? { ok: false as const, reason: 'bestand_empty' as const }
  if (request.headers.get('Accept') === 'application/json') {
    if (!stored.ok) return problemResponse({ status: 400, code: stored.reason, detail: BESTANDSFOUTEN[stored.reason] })
    return jsonResponse({ bestand: stored.bestand.id }, { status: 201 })
  }
  return pageOf(zaakId, stored.ok ? '' : `?bestandsfout=${stored.reason}`)
})
