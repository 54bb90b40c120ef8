import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { hasSystem } from '#lib/platform/env.ts'
import { jsonAttachment } from '#lib/platform/http/json-attachment.ts'
import { methodNotAllowed, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { downloadBewijs } from '#lib/publieksportaal/bewijs/download-bewijs.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'

type Props = { params: Promise<{ zaakId: string }> }

const refuseMethod = methodNotAllowed('GET')

/** What became of each change of a zaak of whoever asks. Another citizen's is not there. */
async function handle(request: Request, { params }: Props): Promise<Response> {
  if (!hasSystem('publieksportaal')) return notFoundResponse()
  if (request.method !== 'GET') return refuseMethod()
  const ctx = publieksportaal()
  const burger = await findBurgerOfRequest(ctx, request)
  if (!burger) {
    return problemResponse({ status: 401, code: 'not_signed_in', title: 'Unauthorized', detail: 'Sign in first.' })
  }
  const { burgerId, gemachtigdeId } = burger
  const bestand = await downloadBewijs(ctx, { burgerId, gemachtigdeId, zaakId: (await params).zaakId })
  if (!bestand) return notFoundResponse()
  return jsonAttachment(`${JSON.stringify(bestand, null, 2)}\n`, `bewijs-${dateInAmsterdam(ctx.clock())}.json`)
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
