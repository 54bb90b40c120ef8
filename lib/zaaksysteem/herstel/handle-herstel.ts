import { z } from 'zod'
import { jsonResponse, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authorizeClient } from '../api/api-client.ts'
import { apiActor } from '../audit/api-actor.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findHerstelactiesOfClient } from './find-herstelacties.ts'
import { requestHerstel } from './request-herstel.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD', 'POST')

export const herstelRequest = z.strictObject({
  /** RFC 3339; events that were logged at or after it */
  vanaf: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
})

export const HERSTEL_LEZEN_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'You have no such abonnement.' },
} as const satisfies Problems

export const HERSTEL_PROBLEMS = {
  ...HERSTEL_LEZEN_PROBLEMS,
  not_active: { status: 409, title: 'Not actief', detail: 'The abonnement is not actief. Resume or verify it first.' },
  in_progress: { status: 409, title: 'In progress', detail: 'An earlier herstel of this abonnement is not ready yet.' },
} as const satisfies Problems

/**
 * `/v1/abonnementen/{id}/herstel`: POST asks for every event since `vanaf` that was never delivered (202), GET tells
 * how far the newest herstelacties are.
 */
export async function handleHerstel(ctx: ZaaksysteemContext, request: Request, id: string): Promise<Response> {
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (!z.uuid().safeParse(id).success) return refuse('not_found')

  if (method !== 'POST') {
    const herstelacties = await findHerstelactiesOfClient(ctx, { client, abonnementId: id })
    return herstelacties ? jsonResponse(herstelacties) : refuse('not_found')
  }
  const read = await readJsonRequest(request, herstelRequest)
  if (!read.ok) return read.response
  const actor = apiActor(client, request)
  const requested = await requestHerstel(ctx, { client, actor, abonnementId: id, ...read.value })
  if (!requested.ok) return refuse(requested.reason)
  return jsonResponse({ id: requested.herstelactieId, totaal: requested.totaal }, { status: 202 })
}

function refuse(code: keyof typeof HERSTEL_PROBLEMS): Response {
  return problemResponse({ code, ...HERSTEL_PROBLEMS[code] })
}
