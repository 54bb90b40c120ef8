import { hasSystem } from '#lib/platform/env.ts'
import { everyMethod } from '#lib/platform/http/every-method.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { isAmongFirst } from '../afwijzing/is-among-first.ts'
import { type PublieksportaalContext, publieksportaal } from '../context.ts'

/**
 * Returns the route exports of one address of the receiver. Every method goes to the handler, which refuses
 * the unsupported ones. Next.js also routes a trailing slash here, which must be 404 (NL API Design Rules,
 * no-trailing-slash).
 */
export function receiverRoute(handle: (ctx: PublieksportaalContext, request: Request) => Promise<Response>) {
  async function answer(request: Request): Promise<Response> {
    const isHere = hasSystem('publieksportaal') && !new URL(request.url).pathname.endsWith('/')
    if (!isHere) return notFoundResponse()
    const ctx = publieksportaal()
    const warn: Logger['warn'] = (...line) => {
      if (isAmongFirst(ctx, 'plaintext')) ctx.log.warn(...line)
    }
    return refusePlaintext(request, { demo: ctx.env.DEMO, log: { warn } }) ?? handle(ctx, request)
  }
  return everyMethod(answer)
}
