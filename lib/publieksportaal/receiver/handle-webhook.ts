import { methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import type { PublieksportaalContext } from '../context.ts'
import { answerHandshake } from './answer-handshake.ts'
import { receiveEvent } from './receive-event.ts'

const refuseMethod = methodNotAllowed('POST', 'OPTIONS')

/** Handles every request to the webhook, the only address that accepts events. */
export async function handleWebhook(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  if (request.method === 'POST') return receiveEvent(ctx, request)
  if (request.method === 'OPTIONS') return answerHandshake(ctx, request)
  return refuseMethod()
}
