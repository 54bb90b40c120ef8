import { constants, verify } from 'node:crypto'
import { jwsSigningInput } from '#lib/contract/jws.ts'
import {
  NLGOV_ADR_ALGORITHM,
  NLGOV_ADR_HEADER,
  nlgovAdrContent,
  nlgovAdrProtectedHeader,
} from '#lib/contract/nlgov-adr-signature.ts'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { parseStrictJson } from '../content/strict-json.ts'
import { digestsHold } from './digests-hold.ts'
import { byKid, findRemoteKey } from './remote-keys.ts'
import { invalidSignature, type Verifier } from './verification.ts'
import { verifyJwt } from './verify-jwt.ts'

/** How far the time of signing may lie from the clock, before or after it. */
const TOLERANCE_SECONDS = 300
/** RFC 7518 section 3.5: the salt is as long as the hash. */
const SALT_BYTES = 32

/** NLgov REST API Design Rules, module Signing 1.0.0: a detached JAdES signature over the digest of the body. */
export const verifyNlgovAdr: Verifier = async (ctx, { bron, webhookRequest }) => {
  const bearer = await verifyJwt(ctx, { bron, webhookRequest })
  if (!bearer.ok) return bearer

  const [encodedHeader = '', payload, encodedSignature = '', ...more] =
    webhookRequest.headers.get(NLGOV_ADR_HEADER)?.split('.') ?? []
  const header = readProtectedHeader(encodedHeader)
  const signature = decodeBase64(encodedSignature, 'base64url')
  if (!header || !signature || payload !== '' || more.length > 0) return invalidSignature('signature_malformed')
  const signedMs = 'iat' in header ? header.iat * 1000 : Date.parse(header.sigT)
  const ageSeconds = (ctx.clock().getTime() - signedMs) / 1000
  if (Math.abs(ageSeconds) > TOLERANCE_SECONDS) return invalidSignature('outside_tolerance')
  const digest = webhookRequest.headers.get('digest')
  if (!digest || !digestHolds(digest, webhookRequest.body)) return invalidSignature('digest_differs')

  const found = await findRemoteKey(ctx, { bron, webhookRequest, alg: NLGOV_ADR_ALGORITHM, pick: byKid(header.kid) })
  if (!found.ok) return found.reason === 'keys_unavailable' ? found : invalidSignature(found.reason)
  const { RSA_PKCS1_PSS_PADDING: padding } = constants
  const key = { key: found.value.key, padding, saltLength: SALT_BYTES }
  const holds = verify('sha256', Buffer.from(jwsSigningInput(encodedHeader, nlgovAdrContent(digest))), key, signature)
  return holds ? { ok: true, eventId: bearer.eventId, kid: header.kid } : invalidSignature('signature_differs')
}

/** `undefined` for a header with a member that the portal does not know, whether `crit` lists it or not. */
function readProtectedHeader(encoded: string) {
  const bytes = decodeBase64(encoded, 'base64url')
  const { value, problems } = parseStrictJson(bytes ?? Buffer.alloc(0))
  return problems.length === 0 ? nlgovAdrProtectedHeader.safeParse(value).data : undefined
}

/** RFC 3230: `algorithm=value` pairs, separated by commas. */
function digestHolds(header: string, body: Buffer): boolean {
  const digests = header.split(/, */).map((entry) => {
    const split = entry.indexOf('=')
    return { algorithm: entry.slice(0, split).toLowerCase(), value: decodeBase64(entry.slice(split + 1)) }
  })
  return digestsHold(digests, body)
}
