import { z } from 'zod'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { API_HEADERS, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findGebeurtenis } from './find-gebeurtenis.ts'

const refuseMethod = methodNotAllowed('GET')
const gebeurtenisId = z.uuid()

export const GEBEURTENIS_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is no event with this id that your token may read.' },
  purged: { status: 410, title: 'Purged', detail: 'The event is older than the term that it is kept for.' },
} as const satisfies Problems

/** `/v1/gebeurtenissen/{id}`: a client reads one event again. */
export async function handleGebeurtenis(ctx: ZaaksysteemContext, request: Request, id: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'gebeurtenissen.lezen')
  if (!caller.ok) return caller.response
  if (!gebeurtenisId.safeParse(id).success) return refuse('not_found')
  const found = await findGebeurtenis(ctx, { id, caller })
  if (!found.ok) return refuse(found.reason)
  return new Response(found.body, { headers: { ...API_HEADERS, 'Content-Type': EVENT_CONTENT_TYPE } })
}

function refuse(code: keyof typeof GEBEURTENIS_PROBLEMS): Response {
  return problemResponse({ code, ...GEBEURTENIS_PROBLEMS[code] })
}
