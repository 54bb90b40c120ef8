import { jsonResponse, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { apiActor } from '../../audit/api-actor.ts'
import { recordLook } from '../../audit/record-look.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { handleVerwijdering } from './handle-verwijdering.ts'
import { findZaakResource } from './resource/find-zaak-resource.ts'
import { seenZaak } from './resource/seen-zaken.ts'
import { visibleTo } from './resource/visible-to.ts'

export const ZAAK_PROBLEMS = {
  zaak_not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
} as const satisfies Problems

const refuseMethod = methodNotAllowed('GET', 'DELETE')

/** `/v1/zaken/{uuid}`: a client reads what the events about a zaak leave out, or removes the zaak. */
export async function handleZaak(ctx: ZaaksysteemContext, request: Request, uuid: string): Promise<Response> {
  if (request.method === 'DELETE') return handleVerwijdering(ctx, request, uuid)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'zaken.lezen')
  if (!caller.ok) return caller.response
  const begonnenOp = ctx.clock()
  const zaak = await findZaakResource(ctx, uuid, caller)
  if (!zaak) return zaakNotFound()
  const actor = apiActor(caller.client, request)
  await recordLook(ctx, { actor, handeling: 'zaak_bekijken', begonnenOp, seen: [seenZaak(zaak)] })
  return jsonResponse(visibleTo(caller, zaak))
}

function zaakNotFound(): Response {
  return problemResponse({ code: 'zaak_not_found', ...ZAAK_PROBLEMS.zaak_not_found })
}
