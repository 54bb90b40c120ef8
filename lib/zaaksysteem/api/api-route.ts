import { hasSystem } from '#lib/platform/env.ts'
import { everyMethod } from '#lib/platform/http/every-method.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import { failedResponse } from '#lib/platform/web-server/request-failure.ts'
import { type ZaaksysteemContext, zaaksysteem } from '../context.ts'

type Handler<Params> = (ctx: ZaaksysteemContext, request: Request, params: Params) => Promise<Response>

/**
 * Makes the route exports of one resource of the API. Every method goes to the handler, which refuses those
 * that the resource lacks. Every failure is problem+json: 404 when this process does not serve the
 * zaaksysteem, 403 for plaintext, 503 `overloaded` when the database cannot be asked now, 500
 * `internal_error` for any other error of the handler.
 */
export function apiRoute<Params>(handle: Handler<Params>) {
  async function answer(request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
    if (!hasSystem('zaaksysteem')) return notFoundResponse()
    const ctx = zaaksysteem()
    const refusal = refusePlaintext(request, { demo: ctx.env.DEMO, log: ctx.log })
    if (refusal) return refusal
    try {
      return await handle(ctx, request, await params)
    } catch (err) {
      // An aborted request needs no log line.
      if (err !== request.signal.reason) ctx.log.error({ err }, 'A request could not be answered')
      return failedResponse(err)
    }
  }
  return everyMethod(answer)
}
