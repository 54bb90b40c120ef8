import { hash, randomUUID } from 'node:crypto'
import {
  WEBHOOK_TOKEN_ALGORITHM,
  WEBHOOK_TOKEN_MAX_AGE_SECONDS,
  WEBHOOK_TOKEN_TYPE,
  type WebhookTokenClaims,
} from '#lib/contract/webhook-token.ts'
import { encodeJson, signJws } from './sign-bytes.ts'
import type { Signable } from './signer.ts'
import { type SigningContext, signingKey } from './signing-keys.ts'

/**
 * `Authorization: Bearer <JWT>` (RFC 6750, RFC 7519), signed with ES256 (RFC 7518 section 3.4).
 *
 * The token is bound to the body (`body_sha256`), the event (`sub`) and the sink (`aud`) and is valid for 120 seconds:
 * it cannot be used for another message, at another receiver or later.
 */
export async function signWithJwt(
  ctx: SigningContext,
  { body, eventId, sink }: Pick<Signable, 'body' | 'eventId' | 'sink'>,
) {
  const key = await signingKey(ctx, WEBHOOK_TOKEN_ALGORITHM)
  const issuedAt = Math.floor(ctx.clock().getTime() / 1000)
  const claims: WebhookTokenClaims = {
    iss: ctx.env.ZAAKSYSTEEM_SOURCE,
    aud: sink,
    iat: issuedAt,
    exp: issuedAt + WEBHOOK_TOKEN_MAX_AGE_SECONDS,
    jti: randomUUID(),
    sub: eventId,
    body_sha256: hash('sha256', body, 'base64url'),
  }
  const content = encodeJson(claims)
  const { protectedHeader, signature } = await signJws(key, { header: { typ: WEBHOOK_TOKEN_TYPE }, content })
  return { Authorization: `Bearer ${protectedHeader}.${content}.${signature}` }
}
