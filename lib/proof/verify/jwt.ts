import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { equalBytes } from '#lib/platform/crypto/hash-token.ts'
import {
  WEBHOOK_TOKEN_ALGORITHM,
  WEBHOOK_TOKEN_MAX_AGE_SECONDS,
  WEBHOOK_TOKEN_TYPE,
  type WebhookTokenClaims,
} from '../sign/jwt.ts'
import { secondsOf } from '../sign/signing.ts'
import { byKid, type PublicKey } from './public-key.ts'
import {
  compared,
  decided,
  keyStep,
  passed,
  period,
  refused,
  type Step,
  type Trust,
  type UnprovenRequest,
  waited,
} from './step.ts'

const CLOCK_TOLERANCE_SECONDS = 5

const webhookTokenClaims = z.object({
  iss: z.string().min(1),
  aud: z.string().min(1),
  iat: z.int(),
  exp: z.int(),
  nbf: z.number().optional(),
  jti: z.string().min(1),
  sub: z.string().min(1),
  body_sha256: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
}) satisfies z.ZodType<WebhookTokenClaims>

/**
 * RFC 8725: algorithm, type, issuer and audience are fixed, and all claims are required. Keys come only from
 * the JWK set of the sender: `jwk`, `jku` and `x5c` in the header are ignored.
 */
export function* verifyJwt(
  { token, bodySha256, sink, eventId }: Pick<UnprovenRequest, 'token' | 'bodySha256' | 'sink' | 'eventId'>,
  { source, now, findKey }: Pick<Trust, 'source' | 'now' | 'findKey'>,
): Generator<Step | Promise<unknown>, { eventId: string; kid: string } | undefined, unknown> {
  const read = readToken(token)
  if ('code' in read) return void (yield refused('token', read.code))
  const { header, payload, signed } = read
  yield passed('token', { signed })
  yield headerStep(header)

  // Checked before the key lookup: a token for another bezorging then costs no lookup, and gets no answer to
  // retry.
  const claims = webhookTokenClaims.safeParse(payload)
  yield claims.success
    ? passed('token_claims')
    : refused('token_claims', 'claims_incomplete', { found: namesOf(claims.error) })
  if (claims.data) {
    const { iss, aud, sub, body_sha256: signedSha256 } = claims.data
    yield compared('token_afzender', { expected: source, found: iss, code: 'issuer_differs' })
    yield compared('token_geadresseerde', { expected: sink, found: aud, code: 'audience_differs' })
    yield timeStep(claims.data, now)
    yield equalBytes(Buffer.from(signedSha256), Buffer.from(bodySha256))
      ? passed('token_body', { found: signedSha256 })
      : refused('token_body', 'body_differs', { expected: signedSha256, found: bodySha256 })
    if (eventId !== undefined) yield compared('token_event', { expected: eventId, found: sub, code: 'other_event' })
  }

  const { kid } = header
  if (typeof kid !== 'string' || kid === '')
    return void (yield refused('token_sleutel', 'kid_missing', { found: 'kid –' }))
  const key = yield* waited(findKey(WEBHOOK_TOKEN_ALGORITHM, byKid(kid)))
  yield keyStep('token_sleutel', kid, key)
  if (!key.ok || !token) return undefined
  yield decided('token_handtekening', !(yield* waited(signatureHolds(token, key.value))) && 'signature_differs')
  return claims.data && { eventId: claims.data.sub, kid }
}

type Token = { header: Record<string, unknown>; payload: unknown; signed: string }

function readToken(token: string | undefined): Token | { code: string } {
  if (!token) return { code: 'token_missing' }
  const end = token.lastIndexOf('.')
  try {
    // jose ignores surplus bits in the last character, so several texts would be accepted as the same
    // signature.
    if (decodeBase64(token.slice(end + 1), 'base64url') === undefined) return { code: 'token_malformed' }
    return { header: decodeProtectedHeader(token), payload: decodeJwt(token), signed: token.slice(0, end) }
  } catch {
    return { code: 'token_malformed' }
  }
}

/** Refuses every `crit`: a JWT never has an unencoded payload (`b64`), and no other extension is known. */
function headerStep({ alg, typ, crit }: Record<string, unknown>): Step {
  const isFit = alg === WEBHOOK_TOKEN_ALGORITHM && mediaType(typ) === `application/${WEBHOOK_TOKEN_TYPE}`
  const [shownAlg, shownTyp] = [alg, typ].map((value) => (typeof value === 'string' ? value : '–'))
  return decided('token_header', (!isFit || crit !== undefined) && 'header_differs', {
    ...(!isFit && { expected: `alg ${WEBHOOK_TOKEN_ALGORITHM}, typ ${WEBHOOK_TOKEN_TYPE}` }),
    found: `alg ${shownAlg}, typ ${shownTyp}${crit === undefined ? '' : ', crit'}`,
  })
}

/** RFC 7515 section 4.1.9: a type without a slash is prefixed with `application/`. */
function mediaType(typ: unknown): string | undefined {
  if (typeof typ !== 'string') return undefined
  return (typ.includes('/') ? typ : `application/${typ}`).toLowerCase()
}

function timeStep({ iat, exp, nbf = iat }: z.infer<typeof webhookTokenClaims>, moment: Date): Step {
  const name = 'token_tijd'
  if (exp - iat > WEBHOOK_TOKEN_MAX_AGE_SECONDS) {
    const expected = `exp - iat ≤ ${WEBHOOK_TOKEN_MAX_AGE_SECONDS}`
    return refused(name, 'lifetime_too_long', { expected, found: String(exp - iat) })
  }
  const now = secondsOf(moment)
  const from = Math.max(iat, nbf) - CLOCK_TOLERANCE_SECONDS
  const to = exp + CLOCK_TOLERANCE_SECONDS
  const found = moment.toISOString()
  if (now >= from && now < to) return passed(name, { found })
  return refused(name, now < from ? 'token_from_future' : 'token_expired', { expected: period(from, to), found })
}

async function signatureHolds(token: string, { key }: PublicKey): Promise<boolean> {
  try {
    await compactVerify(token, key, { algorithms: [WEBHOOK_TOKEN_ALGORITHM] })
    return true
  } catch {
    return false
  }
}

function namesOf({ issues }: z.ZodError): string {
  return issues.map(({ path }) => path.join('.')).join(', ')
}
