import { hash, randomUUID } from 'node:crypto'
import { signWithJwt } from './jwt.ts'
import { type Sender, type Signable, secondsOf, signBytes } from './signing.ts'

/** The profile of HTTP Message Signatures (RFC 9421) between the zaaksysteem and its sinks. */

/** `tag` of the signature: the application that it is made for (RFC 9421 section 2.3). */
export const SIGNATURE_TAG = 'zaaknotificatie'
/** Label of the signature in `Signature-Input` and `Signature` (RFC 9421 section 4). */
export const SIGNATURE_LABEL = 'zaak'
/**
 * `alg` of the signature. A receiver takes the algorithm from the key and refuses a signature that names
 * another.
 */
export const SIGNATURE_ALGORITHM = 'ed25519'
/** Longest time from `created` to `expires`. */
export const SIGNATURE_MAX_LIFETIME_SECONDS = 300

const ALWAYS_COVERED = ['@method', '@target-uri', 'content-type', 'content-digest'] as const

/**
 * The components that a signature must cover: method, target, content type and content digest, and of the
 * request's headers `webhook-request-origin` and every `ce-` header (in binary mode these hold the event's
 * attributes).
 *
 * @param headerNames names of all headers of the request, in any case
 * @returns component names in lower case, in the order in which the zaaksysteem signs them
 */
export function coveredComponents(headerNames: readonly string[]): string[] {
  const covered = headerNames
    .map((name) => name.toLowerCase())
    .filter((name) => name.startsWith('ce-') || name === 'webhook-request-origin')
  return [...ALWAYS_COVERED, ...covered.sort()]
}

/** `@target-uri` (RFC 9421 section 2.2.2) of a request to `sink`: the normalised URL without its fragment. */
export function targetUri(sink: string): string {
  const url = new URL(sink)
  url.hash = ''
  return url.href
}

/**
 * The signature base (RFC 9421 section 2.5): the text to sign, in ASCII.
 *
 * @param components in the order of `signatureParams`; values as derived in sections 2.1 and 2.2
 * @param signatureParams inner list and parameters, exactly as in `Signature-Input`
 */
export function signatureBase(components: readonly { name: string; value: string }[], signatureParams: string): string {
  const lines = components.map(({ name, value }) => `"${name}": ${value}\n`)
  return `${lines.join('')}"@signature-params": ${signatureParams}`
}

/**
 * HTTP Message Signatures (RFC 9421) over the request and its `Content-Digest` (RFC 9530), in addition to the
 * JWT.
 */
export async function signWithHttpMessageSignature(sender: Sender, signable: Signable) {
  const { body, sink, method, headers } = signable
  const [token, key] = await Promise.all([signWithJwt(sender, signable), sender.signingKey('Ed25519')])
  const contentDigest = `sha-256=:${hash('sha256', body, 'base64')}:`
  const values = new Map([
    ...Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
    ['content-digest', contentDigest],
    ['@method', method],
    ['@target-uri', targetUri(sink)],
  ])
  const components = coveredComponents(Object.keys(headers)).map((name) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`A bezorging has no ${name} to sign`)
    return { name, value }
  })
  const created = secondsOf(sender.now)
  // Some verifiers serialize the parameters again, in this order, instead of taking them as received.
  const params =
    `(${components.map(({ name }) => `"${name}"`).join(' ')});created=${created}` +
    `;expires=${created + SIGNATURE_MAX_LIFETIME_SECONDS};nonce="${randomUUID()}"` +
    `;alg="${SIGNATURE_ALGORITHM}";keyid="${key.kid}";tag="${SIGNATURE_TAG}"`
  const signature = await signBytes(key, Buffer.from(signatureBase(components, params)))
  return {
    ...token,
    'content-digest': contentDigest,
    'signature-input': `${SIGNATURE_LABEL}=${params}`,
    signature: `${SIGNATURE_LABEL}=:${signature.toString('base64')}:`,
  }
}
