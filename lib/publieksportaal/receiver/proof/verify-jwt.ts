import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import {
  WEBHOOK_TOKEN_ALGORITHM,
  WEBHOOK_TOKEN_MAX_AGE_SECONDS,
  WEBHOOK_TOKEN_TYPE,
  webhookTokenClaims,
} from '#lib/contract/webhook-token.ts'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'
import type { Bron } from '../../bron/bron.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { webhookUrl } from '../../env.ts'
import type { WebhookRequest } from '../webhook-request.ts'
import { byKid, findRemoteKey } from './remote-keys.ts'
import { invalidToken, type Verification } from './verification.ts'

const CLOCK_TOLERANCE_SECONDS = 5

export type VerifiedJwt = { ok: true; eventId: string; kid: string }

/**
 * RFC 8725: algorithm, type, issuer and audience are fixed, keys come only from the JWK set in the source's record
 * (`jwk`, `jku` and `x5c` in the header are ignored), and the claims that jose leaves optional are required.
 */
export async function verifyJwt(
  ctx: PublieksportaalContext,
  { bron, webhookRequest }: { bron: Bron; webhookRequest: WebhookRequest },
): Promise<VerifiedJwt | Exclude<Verification, { ok: true }>> {
  const { token, bodySha256 } = webhookRequest
  if (!token) return invalidToken('token_missing')
  try {
    const { kid } = decodeProtectedHeader(token)
    if (typeof kid !== 'string' || kid === '') return invalidToken('kid_missing')
    // jose ignores surplus bits in the last character, so that several texts would pass for the same signature.
    if (!decodeBase64(token.slice(token.lastIndexOf('.') + 1), 'base64url')) return invalidToken('token_malformed')

    // Before its key is looked up: a token that is not for this delivery costs nothing, and is not asked to come back.
    const claims = webhookTokenClaims.safeParse(decodeJwt(token))
    if (!claims.success) return invalidToken('claims_incomplete')
    const { iat, exp, sub, body_sha256: signedSha256 } = claims.data
    if (exp - iat > WEBHOOK_TOKEN_MAX_AGE_SECONDS) return invalidToken('lifetime_too_long')
    if (!equalBytes(Buffer.from(signedSha256), Buffer.from(bodySha256))) return invalidToken('body_differs')

    const found = await findRemoteKey(ctx, { bron, webhookRequest, alg: WEBHOOK_TOKEN_ALGORITHM, pick: byKid(kid) })
    if (!found.ok) return found.reason === 'keys_unavailable' ? found : invalidToken(found.reason)

    await jwtVerify(token, found.value.key, {
      algorithms: [WEBHOOK_TOKEN_ALGORITHM],
      typ: WEBHOOK_TOKEN_TYPE,
      issuer: bron.source,
      audience: webhookUrl(ctx.env),
      currentDate: ctx.clock(),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: WEBHOOK_TOKEN_MAX_AGE_SECONDS,
    })
    return { ok: true, eventId: sub, kid }
  } catch (error) {
    return invalidToken(error instanceof errors.JOSEError ? error.code : 'token_malformed')
  }
}
