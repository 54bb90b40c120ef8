import { z } from 'zod'
import { proefberichtRequest } from '#lib/contract/webhook.ts'
import { jsonResponse, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { abonnementNotFound } from '../abonnement/api/handle-abonnement.ts'
import { ALLOW, optionsResponse } from '../abonnement/api/options-response.ts'
import { authorizeClient } from '../api/api-client.ts'
import { apiActor } from '../audit/api-actor.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { MAX_PER_MINUTE, sendProefbericht } from './send-proefbericht.ts'

export const PROEFBERICHT_PROBLEMS = {
  wrong_status: { status: 409, title: 'Wrong status', detail: 'The sink of the abonnement has not consented.' },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    detail: `An abonnement gets at most ${MAX_PER_MINUTE} proefberichten in a minute.`,
  },
} as const satisfies Problems

const refuseMethod = methodNotAllowed(...ALLOW.actie)

/**
 * `POST /v1/abonnementen/{id}/proefbericht`: sends a test to the sink of a client's own abonnement. 200 with what the sink
 * said, also when that was a refusal; 409 `wrong_status` before its consent; 429 after five in a minute.
 */
export async function handleProefbericht(
  ctx: ZaaksysteemContext,
  request: Request,
  { id }: { id: string },
): Promise<Response> {
  if (request.method === 'OPTIONS') return optionsResponse(ALLOW.actie)
  if (request.method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (!z.uuid().safeParse(id).success) return abonnementNotFound()
  const read = await readJsonRequest(request, proefberichtRequest)
  if (!read.ok) return read.response

  const sent = await sendProefbericht(ctx, { id, client, actor: apiActor(client, request), type: read.value.type })
  if (sent.ok) return jsonResponse(sent.resultaat)
  if (sent.reason === 'not_found') return abonnementNotFound()
  const { reason: code } = sent
  const headers = sent.reason === 'too_many_requests' && { 'Retry-After': String(sent.retryAfterSeconds) }
  return problemResponse({ code, ...PROEFBERICHT_PROBLEMS[code] }, headers || {})
}
