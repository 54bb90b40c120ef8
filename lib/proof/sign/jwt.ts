import { hash, randomUUID } from 'node:crypto'
import { encodeJson, type Sender, type Signable, secondsOf, signJws } from './signing.ts'

/** `typ` of the token that accompanies a bezorging (RFC 8725 section 3.11: explicit typing). */
export const WEBHOOK_TOKEN_TYPE = 'webhook+jwt'
export const WEBHOOK_TOKEN_ALGORITHM = 'ES256'
/** Longest time from `iat` to `exp`. */
export const WEBHOOK_TOKEN_MAX_AGE_SECONDS = 120

/** Claims of the token in `Authorization: Bearer` (RFC 7519). Times are whole seconds since 1970. */
export type WebhookTokenClaims = {
  /** the event's `source` */
  iss: string
  /** the sink, exactly as registered */
  aud: string
  iat: number
  exp: number
  /** unique to each attempt */
  jti: string
  /** the event's `id`; for a batch an id of the attempt, because each attempt can batch other events */
  sub: string
  /** base64url, without padding, of SHA-256 over the raw body */
  body_sha256: string
}

/**
 * The claims of one attempt.
 *
 * @param attempt.issuedAt whole seconds since 1970
 * @param attempt.body the exact body that is sent
 */
export function webhookClaims(attempt: {
  source: string
  sink: string
  issuedAt: number
  jti: string
  eventId: string
  body: string
}): WebhookTokenClaims {
  const { source, sink, issuedAt, jti, eventId, body } = attempt
  return {
    iss: source,
    aud: sink,
    iat: issuedAt,
    exp: issuedAt + WEBHOOK_TOKEN_MAX_AGE_SECONDS,
    jti,
    sub: eventId,
    body_sha256: hash('sha256', body, 'base64url'),
  }
}

/**
 * `Authorization: Bearer <JWT>` (RFC 6750, RFC 7519), signed with ES256 (RFC 7518 section 3.4).
 *
 * The token is bound to the body (`body_sha256`), the event (`sub`) and the sink (`aud`) and is valid for 120
 * seconds: it cannot be used for another message, at another receiver or later.
 */
export async function signWithJwt(
  { source, now, signingKey }: Sender,
  { body, eventId, sink }: Pick<Signable, 'body' | 'eventId' | 'sink'>,
) {
  const content = encodeJson(
    webhookClaims({ source, sink, issuedAt: secondsOf(now), jti: randomUUID(), eventId, body }),
  )
  const key = await signingKey(WEBHOOK_TOKEN_ALGORITHM)
  const { protectedHeader, signature } = await signJws(key, { header: { typ: WEBHOOK_TOKEN_TYPE }, content })
  return { Authorization: `Bearer ${protectedHeader}.${content}.${signature}` }
}
