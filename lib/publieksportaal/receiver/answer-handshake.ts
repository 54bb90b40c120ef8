import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { API_HEADERS } from '#lib/platform/problem-json.ts'
import type { PublieksportaalContext } from '../context.ts'

const NO_LIMIT = '*'

/**
 * CloudEvents webhook specification section 4: consent is in the WebHook-Allowed headers, and only the configured
 * source gets them. The status says nothing either way.
 */
export function answerHandshake(ctx: PublieksportaalContext, request: Request): Response {
  const origin = request.headers.get(WEBHOOK_HEADERS.requestOrigin)
  const consents = origin === ctx.env.PUBLIEKSPORTAAL_BRON_ORIGIN
  return new Response(null, {
    status: 204,
    headers: {
      ...API_HEADERS,
      Allow: 'POST, OPTIONS',
      ...(consents && { [WEBHOOK_HEADERS.allowedOrigin]: origin, [WEBHOOK_HEADERS.allowedRate]: NO_LIMIT }),
    },
  })
}
