import { hash } from 'node:crypto'
import { targetUri } from '#lib/contract/http-message-signature.ts'
import type { PublieksportaalContext } from '../context.ts'
import { webhookUrl } from '../env.ts'
import type { Contentmodus } from '../generated/enums.ts'

/** A delivery whose sender is not proven yet. */
export type WebhookRequest = {
  receivedAt: Date
  method: string
  /** the configured address with the query of the request: what the sender signed, even when a proxy rewrote it */
  targetUri: string
  headers: Headers
  contentmodus: Contentmodus
  body: Buffer
  /** SHA-256 of the raw body, base64url */
  bodySha256: string
  /** from the Authorization header or the query */
  token: string | undefined
}

export function toWebhookRequest(
  ctx: PublieksportaalContext,
  request: Request,
  parts: Pick<WebhookRequest, 'contentmodus' | 'body' | 'token'>,
): WebhookRequest {
  return {
    receivedAt: ctx.clock(),
    method: request.method,
    targetUri: targetUri(`${webhookUrl(ctx.env)}${new URL(request.url).search}`),
    headers: request.headers,
    bodySha256: hash('sha256', parts.body, 'base64url'),
    ...parts,
  }
}
