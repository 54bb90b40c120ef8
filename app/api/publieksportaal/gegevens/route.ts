import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { problemResponse } from '#lib/platform/http/problem-json.ts'
import { downloadGegevens } from '#lib/publieksportaal/gegevens/find-gegevens.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { isGemachtigdeVanPersoon } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { notSignedIn, portalRoute } from '../portal-route.ts'

/**
 * Returns the portal's data about the signed-in citizen. Takes no id, so nobody else's data can be requested.
 */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['GET'], async (ctx, request) => {
  const burger = await findBurgerOfRequest(ctx, request)
  if (!burger) return notSignedIn()
  if (isGemachtigdeVanPersoon(burger)) {
    return problemResponse({
      status: 403,
      code: 'not_for_gemachtigde',
      detail: 'Only the citizen himself gets what is held about him.',
    })
  }
  return attachment(await downloadGegevens(ctx, burger), `mijn-gegevens-${dateInAmsterdam(ctx.clock())}.json`)
})
