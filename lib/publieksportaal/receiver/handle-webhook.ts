import { methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { isAmongFirst } from '../afwijzing/is-among-first.ts'
import type { PublieksportaalContext } from '../context.ts'
import { afwijzingResponse } from './afwijzing-response.ts'
import { answerHandshake } from './answer-handshake.ts'
import { receiveEvent } from './receive-event.ts'
import { observeAfwijzing } from './webhook-metrics.ts'

const refuseMethod = methodNotAllowed('POST', 'OPTIONS')

/** Handles every request to the webhook, the only address that accepts events. */
export async function handleWebhook(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  try {
    if (request.method === 'POST') return await receiveEvent(ctx, request)
    if (request.method === 'OPTIONS') return await answerHandshake(ctx, request)
    return refuseMethod()
  } catch (err) {
    observeAfwijzing(ctx, 'unavailable')
    if (isAmongFirst(ctx, 'unavailable')) ctx.log.error({ err }, 'A request to the webhook could not be handled')
    return afwijzingResponse({ reason: 'unavailable', sizeBytes: 0 })
  }
}
