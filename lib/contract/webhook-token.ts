import { z } from 'zod'

/** `typ` of the token that accompanies a delivery (RFC 8725 section 3.11: explicit typing). */
export const WEBHOOK_TOKEN_TYPE = 'webhook+jwt'
export const WEBHOOK_TOKEN_ALGORITHM = 'ES256'
/** Longest time from `iat` to `exp`. */
export const WEBHOOK_TOKEN_MAX_AGE_SECONDS = 120

/** Claims of the token in `Authorization: Bearer` (RFC 7519). Times are whole seconds since 1970. */
export const webhookTokenClaims = z.object({
  /** the event's `source` */
  iss: z.string().min(1),
  /** the sink, exactly as registered */
  aud: z.string().min(1),
  iat: z.int(),
  exp: z.int(),
  /** unique to each attempt */
  jti: z.string().min(1),
  /** the event's `id`; for a batch an id of the attempt, because each attempt can batch other events */
  sub: z.string().min(1),
  /** base64url, without padding, of SHA-256 over the raw body */
  body_sha256: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

export type WebhookTokenClaims = z.infer<typeof webhookTokenClaims>
