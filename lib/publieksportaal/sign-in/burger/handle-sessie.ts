import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { signInSite } from './find-burger-of-request.ts'
import { extendSessie, findBurgerOfSessie, isExtendable } from './sessies.ts'

const refuseMethod = methodNotAllowed('GET', 'POST')

/**
 * Answers with the id of the sessie and the seconds that it still lasts, for the page that warns before it
 * ends or shows a former one. A GET does not extend the sessie; a POST does, for all tabs of the browser. The
 * id gives no access: only the encrypted cookie does.
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
