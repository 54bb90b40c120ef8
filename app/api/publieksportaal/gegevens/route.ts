import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { hasSystem } from '#lib/platform/env.ts'
import { jsonAttachment } from '#lib/platform/http/json-attachment.ts'
import { methodNotAllowed, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { downloadGegevens } from '#lib/publieksportaal/gegevens/download-gegevens.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { isGemachtigdeVanPersoon } from '#lib/publieksportaal/sign-in/burger/sessies.ts'

const refuseMethod = methodNotAllowed('GET')

/** What the portal holds about whoever asks. It names nobody, so that nobody else's can be asked for. */
async function handle(request: Request): Promise<Response> {
  if (!hasSystem('publieksportaal')) return notFoundResponse()
  if (request.method !== 'GET') return refuseMethod()
  const ctx = publieksportaal()
  const burger = await findBurgerOfRequest(ctx, request)
  if (!burger) {
    return problemResponse({ status: 401, code: 'not_signed_in', title: 'Unauthorized', detail: 'Sign in first.' })
  }
  if (isGemachtigdeVanPersoon(burger)) {
    return problemResponse({
      status: 403,
      code: 'not_for_gemachtigde',
      title: 'Forbidden',
      detail: 'Only the citizen himself gets what is held about him.',
    })
  }
  const filename = `mijn-gegevens-${dateInAmsterdam(ctx.clock())}.json`
  return jsonAttachment(await downloadGegevens(ctx, burger), filename)
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
