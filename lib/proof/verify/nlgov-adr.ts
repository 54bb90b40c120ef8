import { constants, hash, verify } from 'node:crypto'
import { z } from 'zod'
import { NLGOV_ADR_HEADER } from '#lib/contract/signature-headers.ts'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { parseStrictJson } from '#lib/platform/strict-json.ts'
import { NLGOV_ADR_ALGORITHM, nlgovAdrContent, SIGD_MECHANISM } from '../sign/nlgov-adr.ts'
import { jwsSigningInput } from '../sign/signing.ts'
import { digestsHold } from './digests.ts'
import { verifyJwt } from './jwt.ts'
import { byKid } from './public-key.ts'
import {
  decided,
  keyStep,
  passed,
  period,
  refused,
  type Step,
  type UnprovenRequest,
  type Verifier,
  waited,
} from './step.ts'

/** The largest difference between the time of signing and the clock, in either direction. */
const TOLERANCE_SECONDS = 300
/** RFC 7518 section 3.5: the salt is as long as the hash. */
const SALT_BYTES = 32

const always = {
  alg: z.literal(NLGOV_ADR_ALGORITHM),
  kid: z.string().min(1),
  sigD: z.strictObject({ mId: z.literal(SIGD_MECHANISM), pars: z.tuple([z.literal('digest')]) }),
  b64: z.literal(false),
}

/** `crit` (RFC 7515 section 4.1.11): exactly these names, in any order. */
const crit = <T extends string>(...names: T[]) =>
  z
    .array(z.enum(names))
    .length(names.length)
    .refine((listed) => new Set(listed).size === names.length)

/**
 * The protected header: all members are required and no others are allowed. `iat` is the time of signing in
 * whole seconds since 1970. It replaced `sigT` in ETSI TS 119 182-1 v1.2.1; older senders still use `sigT`.
 */
const nlgovAdrProtectedHeader = z.union([
  z.strictObject({ ...always, iat: z.int(), crit: crit('b64', 'sigD') }),
  z.strictObject({ ...always, sigT: z.iso.datetime(), crit: crit('b64', 'sigD', 'sigT') }),
])

/**
 * NLgov REST API Design Rules, module Signing 1.0.0: a detached JAdES signature over the digest of the body.
 */
export const verifyNlgovAdr: Verifier = function* (request, trust) {
  const bearer = yield* verifyJwt(request, trust)
  const [encodedHeader = '', payload, encodedSignature = '', ...more] =
    request.headers.get(NLGOV_ADR_HEADER)?.split('.') ?? []
  const header = readProtectedHeader(encodedHeader)
  const signature = decodeBase64(encodedSignature, 'base64url')
  const digest = request.headers.get('digest') ?? ''
  const signed = jwsSigningInput(encodedHeader, nlgovAdrContent(digest))
  const isReadable = header && signature && payload === '' && more.length === 0
  yield decided('adr_header', !isReadable && 'signature_malformed', payload === '' ? { signed } : {})
  yield digestStep(digest, request)
  if (!isReadable) return undefined

  const signedAt = 'iat' in header ? header.iat : Date.parse(header.sigT) / 1000
  const isNear = Math.abs(trust.now.getTime() / 1000 - signedAt) <= TOLERANCE_SECONDS
  yield decided('adr_tijd', !isNear && 'outside_tolerance', {
    ...(!isNear && { expected: period(signedAt - TOLERANCE_SECONDS, signedAt + TOLERANCE_SECONDS) }),
    found: trust.now.toISOString(),
  })

  const { kid } = header
  const found = yield* waited(trust.findKey(NLGOV_ADR_ALGORITHM, byKid(kid)))
  yield keyStep('adr_sleutel', kid, found)
  if (!found.ok) return undefined
  const key = { key: found.value.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES }
  yield decided('adr_handtekening', !verify('sha256', Buffer.from(signed), key, signature) && 'signature_differs')
  return bearer && { eventId: bearer.eventId, kid }
}

/** `undefined` for a header with an unknown member, even if `crit` lists it. */
function readProtectedHeader(encoded: string) {
  const bytes = decodeBase64(encoded, 'base64url')
  const { value, problems } = parseStrictJson(bytes ?? Buffer.alloc(0))
  return problems.length === 0 ? nlgovAdrProtectedHeader.safeParse(value).data : undefined
}

/** RFC 3230: `algorithm=value` pairs, separated by commas. */
function digestStep(header: string, { body }: UnprovenRequest): Step {
  const digests = header.split(/, */).map((entry) => {
    const split = entry.indexOf('=')
    return { algorithm: entry.slice(0, split).toLowerCase(), value: decodeBase64(entry.slice(split + 1)) }
  })
  if (digestsHold(digests, body)) return passed('adr_body', { found: header })
  return refused('adr_body', 'digest_differs', { expected: header, found: `SHA-256=${hash('sha256', body, 'base64')}` })
}
