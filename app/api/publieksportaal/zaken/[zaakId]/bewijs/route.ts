import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { downloadBewijs } from '#lib/publieksportaal/bewijs/download-bewijs.ts'
import { signJson } from '#lib/publieksportaal/bewijs/handtekening/sign-bewijs.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { notSignedIn, portalRoute } from '../../../portal-route.ts'

/** Returns the signed bewijs of the citizen's own zaak; 404 for another citizen's. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(
  ['GET'],
  async (ctx, request, { zaakId = '' }) => {
    const burger = await findBurgerOfRequest(ctx, request)
    if (!burger) return notSignedIn()
    const { burgerId, gemachtigdeId } = burger
    const download = await downloadBewijs(ctx, { burgerId, gemachtigdeId, zaakId })
    if (!download) return notFoundResponse()
    const { bestand, op } = download
    const signed = await signJson(ctx, bestand, { code: bestand.code, op })
    return attachment(new Uint8Array(signed), `bewijs-${dateInAmsterdam(op)}.json`)
  },
)
