import { z } from 'zod'

/** `typ` of the token that accompanies a delivery (RFC 8725 section 3.11: explicit typing). */
export const WEBHOOK_TOKEN_TYPE = 'webhook+jwt'
export const WEBHOOK_TOKEN_ALGORITHM = 'ES256'
/** A token lives at most this long. */
export const WEBHOOK_TOKEN_MAX_AGE_SECONDS = 120

/**
 * Claims of the token in `Authorization: Bearer` (RFC 7519). Times are whole seconds since 1970.
 */
export const webhookTokenClaims = z.object({
  /** the event's `source` */
  iss: z.string().min(1),
  /** the sink, to the letter as registered */
  aud: z.string().min(1),
  iat: z.int(),
  exp: z.int(),
  /** fresh for each attempt */
  jti: z.string().min(1),
  /** the event's `id`; of a batch, which is put together anew at each attempt, an id of that attempt */
  sub: z.string().min(1),
  /** base64url, without padding, of SHA-256 over the raw body */
  body_sha256: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

export type WebhookTokenClaims = z.infer<typeof webhookTokenClaims>
