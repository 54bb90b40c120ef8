import { API_HEADERS, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../api/api-client.ts'
import { apiActor } from '../audit/api-actor.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { redeliver } from './redeliver.ts'

const refuseMethod = methodNotAllowed('POST')
/** At most 18 digits, so that it fits in a bigint. */
const BEZORGING_ID = /^[1-9]\d{0,17}$/

export const HERHALING_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'You have no such bezorging whose event you may read.' },
  not_active: { status: 409, title: 'Not actief', detail: 'The abonnement is not actief. Resume or verify it first.' },
  not_finished: { status: 409, title: 'Not finished', detail: 'It is being sent, or waits for an earlier one.' },
  purged: { status: 410, title: 'Purged', detail: 'The payload is older than the term that it is kept for.' },
} as const satisfies Problems

/** `/v1/bezorgingen/{id}/herhaling`: a client asks to send one of its deliveries again (202). */
export async function handleHerhaling(ctx: ZaaksysteemContext, request: Request, id: string): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (!BEZORGING_ID.test(id)) return refuse('not_found')
  const redelivered = await redeliver(ctx, { client, actor: apiActor(client, request), bezorgingId: id })
  if (redelivered.ok) return new Response(null, { status: 202, headers: API_HEADERS })
  // As when the event itself is asked for.
  return refuse(redelivered.reason === 'not_readable' ? 'not_found' : redelivered.reason)
}

function refuse(code: keyof typeof HERHALING_PROBLEMS): Response {
  return problemResponse({ code, ...HERHALING_PROBLEMS[code] })
}
