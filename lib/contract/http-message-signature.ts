/** The profile of HTTP Message Signatures (RFC 9421) between the zaaksysteem and its sinks. */

/** `tag` of the signature: what it is for (RFC 9421 section 2.3). */
export const SIGNATURE_TAG = 'zaaknotificatie'
/** Its name in `Signature-Input` and `Signature`. */
export const SIGNATURE_LABEL = 'zaak'
/** `alg`; a receiver takes the algorithm from the key and refuses a signature that names another. */
export const SIGNATURE_ALGORITHM = 'ed25519'
/** `expires` lies at most this far after `created`. */
export const SIGNATURE_MAX_LIFETIME_SECONDS = 300

const ALWAYS_COVERED = ['@method', '@target-uri', 'content-type', 'content-digest'] as const

/**
 * What a signature must cover: method, address, type and digest of the body, and of the headers that are sent every
 * `ce-` header (in binary mode they are the event) and `webhook-request-origin`.
 *
 * @param headerNames names of all headers of the request, in any case
 */
export function coveredComponents(headerNames: readonly string[]): string[] {
  const covered = headerNames
    .map((name) => name.toLowerCase())
    .filter((name) => name.startsWith('ce-') || name === 'webhook-request-origin')
  return [...ALWAYS_COVERED, ...covered.sort()]
}

/** `@target-uri` (RFC 9421 section 2.2.2) of a request to `sink`: as a URL is written on the wire. */
export function targetUri(sink: string): string {
  const url = new URL(sink)
  url.hash = ''
  return url.href
}

/**
 * The signature base (RFC 9421 section 2.5): what is signed, as ASCII.
 *
 * @param components in the order of `signatureParams`; values as section 2.1 and 2.2 derive them
 * @param signatureParams inner list and parameters, to the letter as in `Signature-Input`
 */
export function signatureBase(components: readonly { name: string; value: string }[], signatureParams: string): string {
  const lines = components.map(({ name, value }) => `"${name}": ${value}\n`)
  return `${lines.join('')}"@signature-params": ${signatureParams}`
}
