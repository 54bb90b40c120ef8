import { createHash } from 'node:crypto'
import { type Dictionary, parseDictionary, serializeDictionary } from 'structured-headers'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'

/** The algorithms that RFC 9530 calls fit for adversaries; the insecure ones of the registry count as no digest. */
const HASHES: ReadonlyMap<string, 'sha256' | 'sha512'> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
])

/**
 * Whether a `Content-Digest` (RFC 9530) is that of the body: at least one algorithm that is fit, and every one of those
 * holds.
 */
export function contentDigestHolds(header: string | null, body: Uint8Array): boolean {
  const digests = [...(parseCanonicalDictionary(header) ?? [])].filter(([name]) => HASHES.has(name))
  return (
    digests.length > 0 &&
    digests.every(([name, [value]]) => {
      const expected = createHash(HASHES.get(name) as string)
        .update(body)
        .digest()
      return value instanceof ArrayBuffer && equalBytes(Buffer.from(value), expected)
    })
  )
}

/**
 * A dictionary of structured fields (RFC 9651) in exactly the form that a serializer gives, or `undefined`. Parsers let
 * the last of two equal keys win and overlook surplus bits in base64; what was signed and what is read would differ.
 */
export function parseCanonicalDictionary(header: string | null): Dictionary | undefined {
  try {
    const dictionary = parseDictionary(header ?? '')
    return header && serializeDictionary(dictionary) === header ? dictionary : undefined
  } catch {
    return undefined
  }
}
