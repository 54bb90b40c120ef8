import { type Dictionary, parseDictionary, serializeDictionary } from 'structured-headers'
import { digestsHold } from './digests-hold.ts'

/** Whether a `Content-Digest` (RFC 9530) is that of the body. */
export function contentDigestHolds(header: string | null, body: Uint8Array): boolean {
  const digests = [...(parseCanonicalDictionary(header) ?? [])].map(([algorithm, [value]]) => ({
    algorithm,
    value: value instanceof ArrayBuffer ? new Uint8Array(value) : undefined,
  }))
  return digestsHold(digests, body)
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
