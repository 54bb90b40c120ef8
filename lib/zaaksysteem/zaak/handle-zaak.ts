import { unauthorizedResponse } from '#lib/platform/http/bearer-token.ts'
import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/http/problem-json.ts'
import { authenticateClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZaakResource } from './find-zaak-resource.ts'

const refuseMethod = methodNotAllowed('GET')

/** `/v1/zaken/{uuid}`: a client reads what the events about a zaak leave out. */
export async function handleZaak(ctx: ZaaksysteemContext, request: Request, uuid: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  if (!authenticateClient(ctx, request.headers)) return unauthorizedResponse()
  const zaak = await findZaakResource(ctx, uuid)
  return zaak ? jsonResponse(zaak) : zaakNotFound()
}

function zaakNotFound(): Response {
  return problemResponse({
    status: 404,
    code: 'zaak_not_found',
    title: 'Not found',
    detail: 'There is no zaak with this uuid.',
  })
}
