import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findPublicDoorlooptijden } from './find-doorlooptijden.ts'

const refuseMethod = methodNotAllowed('GET')

/** `/v1/doorlooptijden`: how long zaken took, of no zaak in particular, so it is no look at one. */
export async function handleDoorlooptijden(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'zaken.lezen')
  if (!caller.ok) return caller.response
  return jsonResponse({ doorlooptijden: await findPublicDoorlooptijden(ctx, caller) })
}
