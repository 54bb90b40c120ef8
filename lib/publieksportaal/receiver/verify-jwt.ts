import { errors, jwtVerify } from 'jose'
import {
  WEBHOOK_TOKEN_ALGORITHM,
  WEBHOOK_TOKEN_MAX_AGE_SECONDS,
  WEBHOOK_TOKEN_TYPE,
  webhookTokenClaims,
} from '#lib/contract/webhook-token.ts'
import { bearerToken, equalInConstantTime } from '#lib/platform/bearer-token.ts'
import { webhookUrl } from '../env.ts'
import { KeysUnavailableError, remoteKeys } from './remote-keys.ts'
import type { Verification, Verifier } from './verifier.ts'

const CLOCK_TOLERANCE_SECONDS = 5

/**
 * RFC 8725: algorithm, type, issuer and audience are fixed, keys come from the configured URL only (`jwk`, `jku` and
 * `x5c` in the header are not looked at), and what jose leaves optional is required.
 */
export const verifyJwt: Verifier = async (ctx, { headers, bodySha256 }) => {
  const token = bearerToken(headers)
  if (!token) return notProven('token_missing')
  try {
    const { payload, protectedHeader } = await jwtVerify(token, remoteKeys(ctx), {
      algorithms: [WEBHOOK_TOKEN_ALGORITHM],
      typ: WEBHOOK_TOKEN_TYPE,
      issuer: ctx.env.PUBLIEKSPORTAAL_BRON,
      audience: webhookUrl(ctx.env),
      currentDate: ctx.clock(),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: WEBHOOK_TOKEN_MAX_AGE_SECONDS,
    })
    const claims = webhookTokenClaims.safeParse(payload)
    if (!claims.success) return notProven('claims_incomplete')
    const { iss, iat, exp, sub, body_sha256: signedSha256 } = claims.data
    if (exp - iat > WEBHOOK_TOKEN_MAX_AGE_SECONDS) return notProven('lifetime_too_long')
    if (!equalInConstantTime(signedSha256, bodySha256)) return notProven('body_differs')
    return { ok: true, source: iss, eventId: sub, kid: protectedHeader.kid as string }
  } catch (error) {
    if (error instanceof KeysUnavailableError) {
      return { ok: false, reason: 'keys_unavailable', retryAfterSeconds: error.retryAfterSeconds }
    }
    return notProven(error instanceof errors.JOSEError ? error.code : 'token_malformed')
  }
}

function notProven(code: string): Verification {
  return { ok: false, reason: 'not_proven', code }
}
