import { hasSystem } from '#lib/platform/env.ts'
import { everyMethod } from '#lib/platform/http/every-method.ts'
import { methodNotAllowed, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { type PublieksportaalContext, publieksportaal } from '#lib/publieksportaal/context.ts'

type Params = Record<string, string>
type Handle = (ctx: PublieksportaalContext, request: Request, params: Params) => Response | Promise<Response>

/**
 * The route exports for an endpoint that the portal's own pages call.
 *
 * @param allow supported methods
 */
export function portalRoute(allow: readonly string[], handle: Handle) {
  const refuseMethod = methodNotAllowed(...allow)
  return everyMethod(async (request: Request, context?: { params: Promise<Params> }): Promise<Response> => {
    if (!hasSystem('publieksportaal')) return notFoundResponse()
    if (!allow.includes(request.method)) return refuseMethod()
    return handle(publieksportaal(), request, (await context?.params) ?? {})
  })
}

export function notSignedIn(): Response {
  return problemResponse({ status: 401, code: 'not_signed_in', detail: 'Sign in first.' })
}
