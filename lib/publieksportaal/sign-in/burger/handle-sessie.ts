import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readSessionToken } from '#lib/platform/sign-in/read-session-token.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { extendSessie, findBurgerOfSessie, isExtendable } from './sessies.ts'
import { signInSite } from './sign-in-site.ts'

const refuseMethod = methodNotAllowed('GET', 'POST')

/**
 * Which sign-in the browser has now and how many seconds it still lasts, for the page that warns before it ends, and that may show
 * a former one. A GET is no use of it; a POST says that somebody is there. All tabs of a browser ask about the same one. The id
 * opens nothing: the cookie in which it counts is encrypted.
 */
export async function handleSessie(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod()
  const token = await readSessionToken(signInSite(ctx.env), request.headers)
  if (token && request.method === 'POST') await extendSessie(ctx, token)
  const burger = token && (await findBurgerOfSessie(ctx, token))
  if (!burger) {
    return problemResponse({ status: 401, code: 'not_signed_in', detail: 'Sign in first.' })
  }
  const resterend = Math.ceil((burger.verlooptOp.getTime() - ctx.clock().getTime()) / 1000)
  return jsonResponse({ sessieId: burger.sessieId, resterend, verlengbaar: isExtendable(burger, token) })
}
