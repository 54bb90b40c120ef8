import { hash } from 'node:crypto'
import { targetUri } from '#lib/proof/sign/http-message-signature.ts'
import type { UnprovenRequest } from '#lib/proof/verify/step.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Contentmodus } from '../generated/enums.ts'

/** A bezorging with an unproven sender. `targetUri` is what it signed, even behind a rewriting proxy. */
export type WebhookRequest = UnprovenRequest & {
  receivedAt: Date
  headers: Headers
  contentmodus: Contentmodus
  body: Buffer
}

export function toWebhookRequest(
  ctx: PublieksportaalContext,
  request: Request,
  parts: Pick<WebhookRequest, 'sink' | 'contentmodus' | 'body' | 'token'>,
): WebhookRequest {
  return {
    receivedAt: ctx.clock(),
    method: request.method,
    targetUri: targetUri(`${parts.sink}${new URL(request.url).search}`),
    headers: request.headers,
    bodySha256: hash('sha256', parts.body, 'base64url'),
    ...parts,
  }
}
