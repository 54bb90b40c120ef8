import { hash } from 'node:crypto'
import { type Dictionary, parseDictionary, serializeDictionary } from 'structured-headers'
import { equalBytes } from '#lib/platform/crypto/hash-token.ts'

/** The algorithms that RFC 9530 allows in adversarial settings; digests by other algorithms are ignored. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
])

/** True when at least one digest uses one of these algorithms, and every such digest matches the body. */
export function digestsHold(
  digests: readonly { algorithm: string; value: Uint8Array | undefined }[],
  body: Uint8Array,
): boolean {
  const fit = digests.filter(({ algorithm }) => HASHES.has(algorithm))
  const holds = ({ algorithm, value }: (typeof fit)[number]) =>
    value !== undefined && equalBytes(value, hash(HASHES.get(algorithm) as string, body, 'buffer'))
  return fit.length > 0 && fit.every(holds)
}

/** True when a `Content-Digest` (RFC 9530) matches the body. */
export function contentDigestHolds(header: string | null, body: Uint8Array): boolean {
  const digests = [...(parseCanonicalDictionary(header) ?? [])].map(([algorithm, [value]]) => ({
    algorithm,
    value: value instanceof ArrayBuffer ? new Uint8Array(value) : undefined,
  }))
  return digestsHold(digests, body)
}

/**
 * Parses a dictionary of structured fields (RFC 9651) in exactly the form that a serializer produces;
 * otherwise `undefined`. A lenient parser takes the last of two equal keys and ignores surplus bits in
 * base64, so its result could differ from what was signed.
 */
export function parseCanonicalDictionary(header: string | null): Dictionary | undefined {
  try {
    const dictionary = parseDictionary(header ?? '')
    return header && serializeDictionary(dictionary) === header ? dictionary : undefined
  } catch {
    return undefined
  }
}
