import { type Dictionary, parseDictionary, serializeDictionary } from 'structured-headers'
import { digestsHold } from './digests-hold.ts'

/** Whether a `Content-Digest` (RFC 9530) matches the body. */
export function contentDigestHolds(header: string | null, body: Uint8Array): boolean {
  const digests = [...(parseCanonicalDictionary(header) ?? [])].map(([algorithm, [value]]) => ({
    algorithm,
    value: value instanceof ArrayBuffer ? new Uint8Array(value) : undefined,
  }))
  return digestsHold(digests, body)
}

/**
 * Parses a dictionary of structured fields (RFC 9651), but only in the exact form that a serializer produces; otherwise
 * `undefined`. A parser takes the last of two equal keys and ignores surplus bits in base64, so what it reads could
 * differ from what was signed.
 */
export function parseCanonicalDictionary(header: string | null): Dictionary | undefined {
  try {
    const dictionary = parseDictionary(header ?? '')
    return header && serializeDictionary(dictionary) === header ? dictionary : undefined
  } catch {
    return undefined
  }
}
