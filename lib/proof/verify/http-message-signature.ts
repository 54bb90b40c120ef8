import { hash, verify } from 'node:crypto'
import { type Dictionary, type InnerList, serializeInnerList } from 'structured-headers'
import { z } from 'zod'
import {
  coveredComponents,
  SIGNATURE_ALGORITHM,
  SIGNATURE_MAX_LIFETIME_SECONDS,
  SIGNATURE_TAG,
  signatureBase,
} from '../sign/http-message-signature.ts'
import { contentDigestHolds, parseCanonicalDictionary } from './digests.ts'
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

const CLOCK_TOLERANCE_SECONDS = 5
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/

const signatureParameters = z.object({
  created: z.int(),
  expires: z.int(),
  nonce: z.string().min(1),
  keyid: z.string().min(1),
  alg: z.literal(SIGNATURE_ALGORITHM),
  tag: z.literal(SIGNATURE_TAG),
})

/** RFC 9421 in the profile of `../sign/http-message-signature.ts`, with RFC 9530 for the body. */
export const verifyHttpMessageSignature: Verifier = function* (request, trust) {
  const bearer = yield* verifyJwt(request, trust)
  const found = findSignature(request.headers)
  const expected = `tag="${SIGNATURE_TAG}"`
  if ('code' in found) return void (yield refused('signature_headers', found.code, { expected }))
  yield passed('signature_headers')

  const components = readComponents(request, found.input)
  const base = components.values && signatureBase(components.values, serializeInnerList(found.input))
  yield decided('signature_onderdelen', components.code, {
    ...(components.shown && { found: components.shown }),
    ...(base !== undefined && { signed: base }),
  })
  yield digestStep(request)

  const parameters = signatureParameters.safeParse(Object.fromEntries(found.input[1]))
  if (!parameters.success) {
    const names = parameters.error.issues.map(({ path }) => path.join('.')).join(', ')
    return void (yield refused('signature_parameters', 'parameters_incomplete', { found: names }))
  }
  yield passed('signature_parameters')
  yield timeStep(parameters.data, trust.now)

  const { keyid } = parameters.data
  const key = yield* waited(trust.findKey('Ed25519', byKid(keyid)))
  yield keyStep('signature_sleutel', keyid, key)
  if (!key.ok || base === undefined) return undefined
  const holds = verify(null, Buffer.from(base), key.value.key, found.signature)
  yield decided('signature_handtekening', !holds && 'signature_differs')
  return bearer && { eventId: bearer.eventId, kid: keyid }
}

/** Returns the only signature whose `tag` is that of this application. */
function findSignature(
  headers: UnprovenRequest['headers'],
): { input: InnerList; signature: Uint8Array } | { code: string } {
  const inputs = parseCanonicalDictionary(headers.get('signature-input'))
  const signatures = parseCanonicalDictionary(headers.get('signature'))
  if (!inputs || !signatures) return { code: 'signature_malformed' }
  const ours = [...inputs].filter(([, [, parameters]]) => parameters.get('tag') === SIGNATURE_TAG)
  const [found] = ours
  if (!found || ours.length !== 1) return { code: 'not_one_signature' }
  const [label, input] = found
  const signature = bytesOf(signatures, label)
  return isInnerList(input) && signature ? { input, signature } : { code: 'signature_malformed' }
}

type Components = {
  code: string | false
  /** absent when the value of a component is unknown */
  values?: { name: string; value: string }[]
  /** the names of the wrong components */
  shown?: string
}

function readComponents(request: UnprovenRequest, input: InnerList): Components {
  const values: { name: string; value: string }[] = []
  for (const [name, itsParameters] of input[0]) {
    const value = typeof name === 'string' && itsParameters.size === 0 ? componentValue(request, name) : undefined
    if (value === undefined) return { code: 'component_unknown', shown: String(name) }
    values.push({ name: name as string, value })
  }
  const names = values.map(({ name }) => name)
  const missing = coveredComponents([...request.headers.keys()]).filter((name) => !names.includes(name))
  if (missing.length > 0) return { code: 'component_missing', values, shown: missing.join(', ') }
  const twice = names.filter((name, index) => names.indexOf(name) < index)
  return twice.length > 0 ? { code: 'component_twice', values, shown: twice.join(', ') } : { code: false, values }
}

function isInnerList(member: InnerList | readonly unknown[]): member is InnerList {
  return Array.isArray(member[0])
}

function bytesOf(dictionary: Dictionary, label: string): Uint8Array | undefined {
  const [value] = dictionary.get(label) ?? []
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined
}

/** Returns the value of a component (RFC 9421 sections 2.1 and 2.2); `undefined` for an absent header. */
function componentValue({ method, targetUri, headers }: UnprovenRequest, name: string): string | undefined {
  if (name === '@method') return method
  if (name === '@target-uri') return targetUri
  if (name.startsWith('@') || name !== name.toLowerCase()) return undefined
  const value = headers.get(name)?.trim()
  return value !== undefined && PRINTABLE_ASCII.test(value) ? value : undefined
}

/**
 * The signature covers only the digest header, so the body must match that digest (RFC 9421 section 7.2.8).
 */
function digestStep({ headers, body }: UnprovenRequest): Step {
  const given = headers.get('content-digest')
  if (contentDigestHolds(given, body)) return passed('signature_body', { found: given ?? '' })
  const found = `sha-256=:${hash('sha256', body, 'base64')}:`
  return refused('signature_body', 'content_digest_differs', { expected: given ?? '', found })
}

function timeStep({ created, expires }: z.infer<typeof signatureParameters>, moment: Date): Step {
  const name = 'signature_tijd'
  if (expires - created > SIGNATURE_MAX_LIFETIME_SECONDS) {
    const expected = `expires - created ≤ ${SIGNATURE_MAX_LIFETIME_SECONDS}`
    return refused(name, 'lifetime_too_long', { expected, found: String(expires - created) })
  }
  const now = moment.getTime() / 1000
  const from = created - CLOCK_TOLERANCE_SECONDS
  const to = expires + CLOCK_TOLERANCE_SECONDS
  const found = moment.toISOString()
  if (now >= from && now <= to) return passed(name, { found })
  return refused(name, now < from ? 'created_in_future' : 'signature_expired', { expected: period(from, to), found })
}
