import { verify } from 'node:crypto'
import { type Dictionary, type InnerList, serializeInnerList } from 'structured-headers'
import { z } from 'zod'
import {
  coveredComponents,
  SIGNATURE_ALGORITHM,
  SIGNATURE_MAX_LIFETIME_SECONDS,
  SIGNATURE_TAG,
  signatureBase,
} from '#lib/contract/http-message-signature.ts'
import type { WebhookRequest } from '../webhook-request.ts'
import { contentDigestHolds, parseCanonicalDictionary } from './content-digest.ts'
import { byKid, findRemoteKey } from './remote-keys.ts'
import { invalidSignature, type NotProven, type Verifier } from './verification.ts'
import { verifyJwt } from './verify-jwt.ts'

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

/** RFC 9421 in the profile of `lib/contract/http-message-signature.ts`, with RFC 9530 for the body. */
export const verifyHttpMessageSignature: Verifier = async (ctx, { bron, webhookRequest }) => {
  const bearer = await verifyJwt(ctx, { bron, webhookRequest })
  if (!bearer.ok) return bearer

  const signed = readSignature(webhookRequest)
  if ('code' in signed) return signed
  const { created, expires, keyid } = signed.parameters
  const now = ctx.clock().getTime() / 1000
  if (created > now + CLOCK_TOLERANCE_SECONDS) return invalidSignature('created_in_future')
  if (now > expires + CLOCK_TOLERANCE_SECONDS) return invalidSignature('signature_expired')
  if (expires - created > SIGNATURE_MAX_LIFETIME_SECONDS) return invalidSignature('lifetime_too_long')
  // The signature covers only the digest header, so the body must match that digest (RFC 9421 section 7.2.8).
  if (!contentDigestHolds(webhookRequest.headers.get('content-digest'), webhookRequest.body)) {
    return invalidSignature('content_digest_differs')
  }

  const found = await findRemoteKey(ctx, { bron, webhookRequest, alg: 'Ed25519', pick: byKid(keyid) })
  if (!found.ok) return found.reason === 'keys_unavailable' ? found : invalidSignature(found.reason)
  const holds = verify(null, Buffer.from(signed.base), found.value.key, signed.signature)
  return holds ? { ok: true, eventId: bearer.eventId, kid: keyid } : invalidSignature('signature_differs')
}

type Signed = { base: string; signature: Uint8Array; parameters: z.infer<typeof signatureParameters> }

function readSignature(webhookRequest: WebhookRequest): Signed | NotProven {
  const { headers } = webhookRequest
  const inputs = parseCanonicalDictionary(headers.get('signature-input'))
  const signatures = parseCanonicalDictionary(headers.get('signature'))
  if (!inputs || !signatures) return invalidSignature('signature_malformed')

  const ours = [...inputs].filter(([, [, parameters]]) => parameters.get('tag') === SIGNATURE_TAG)
  const [found] = ours
  if (!found || ours.length !== 1) return invalidSignature('not_one_signature')
  const [label, input] = found
  const signature = bytesOf(signatures, label)
  const parameters = signatureParameters.safeParse(Object.fromEntries(input[1]))
  if (!isInnerList(input) || !signature) return invalidSignature('signature_malformed')
  if (!parameters.success) return invalidSignature('parameters_incomplete')

  const names = input[0].map(([name, itsParameters]) => (itsParameters.size === 0 ? name : undefined))
  if (new Set(names).size !== names.length) return invalidSignature('component_twice')
  const required = coveredComponents([...headers.keys()])
  if (!required.every((name) => names.includes(name))) return invalidSignature('component_missing')
  const components: { name: string; value: string }[] = []
  for (const name of names) {
    const value = typeof name === 'string' ? componentValue(webhookRequest, name) : undefined
    if (typeof name !== 'string' || value === undefined) return invalidSignature('component_unknown')
    components.push({ name, value })
  }
  return { base: signatureBase(components, serializeInnerList(input)), signature, parameters: parameters.data }
}

function isInnerList(member: InnerList | readonly unknown[]): member is InnerList {
  return Array.isArray(member[0])
}

function bytesOf(dictionary: Dictionary, label: string): Uint8Array | undefined {
  const [value] = dictionary.get(label) ?? []
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined
}

/** RFC 9421 sections 2.1 and 2.2; `undefined` for a header that was not sent. */
function componentValue({ method, targetUri, headers }: WebhookRequest, name: string): string | undefined {
  if (name === '@method') return method
  if (name === '@target-uri') return targetUri
  if (name.startsWith('@') || name !== name.toLowerCase()) return undefined
  const value = headers.get(name)?.trim()
  return value !== undefined && PRINTABLE_ASCII.test(value) ? value : undefined
}
