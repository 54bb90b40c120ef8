import { createHash, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import {
  WEBHOOK_TOKEN_ALGORITHM,
  WEBHOOK_TOKEN_MAX_AGE_SECONDS,
  WEBHOOK_TOKEN_TYPE,
  type WebhookTokenClaims,
} from '#lib/contract/webhook-token.ts'
import type { Signable, SigningContext } from './signer.ts'
import { signingKey } from './signing-keys.ts'

/**
 * `Authorization: Bearer <JWT>` (RFC 6750, RFC 7519), signed with ES256 (RFC 7518 section 3.4).
 *
 * The token is bound to the body (`body_sha256`), the event (`sub`) and the sink (`aud`), and lives 120 seconds: it
 * proves nothing about another message, at another receiver or another time.
 */
export async function signWithJwt({ env, clock }: SigningContext, { body, eventId, sink }: Signable) {
  const { kid, key } = await signingKey(env)
  const issuedAt = Math.floor(clock().getTime() / 1000)
  const claims: WebhookTokenClaims = {
    iss: env.ZAAKSYSTEEM_SOURCE,
    aud: sink,
    iat: issuedAt,
    exp: issuedAt + WEBHOOK_TOKEN_MAX_AGE_SECONDS,
    jti: randomUUID(),
    sub: eventId,
    body_sha256: createHash('sha256').update(body).digest('base64url'),
  }
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: WEBHOOK_TOKEN_ALGORITHM, kid, typ: WEBHOOK_TOKEN_TYPE })
    .sign(key)
  return { Authorization: `Bearer ${token}` }
}
