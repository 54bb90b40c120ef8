/** The characters to encode: space, `"`, `%`, control characters and everything outside ASCII. */
const TO_ENCODE = /[^\x21\x23\x24\x26-\x7e]+/g
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/
const QUOTED = /^"(?:[^"\\]|\\.)*"$/

/**
 * The value to send in a `ce-` header in binary mode (CloudEvents HTTP binding 1.0.2 section 3.1.3.2):
 * percent-encoded UTF-8 with upper-case hexadecimal digits. Encodes only the characters that must be encoded.
 *
 * @throws {URIError} for a lone surrogate, which CloudEvents does not allow in a string
 */
export function encodeCeHeader(value: string): string {
  return value.replace(TO_ENCODE, encodeURIComponent)
}

/**
 * The value that a `ce-` header holds (section 3.1.3.2): unquoted if it is quoted, then percent-decoded
 * exactly once. Also accepts lower-case digits, and encoded characters that did not need it.
 *
 * @returns undefined if it is not printable ASCII, its quotes do not match, or what it encodes is not UTF-8
 */
export function decodeCeHeader(raw: string): string | undefined {
  if (!PRINTABLE_ASCII.test(raw)) return
  if (raw.startsWith('"') && !QUOTED.test(raw)) return
  const unquoted = raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw
  try {
    return decodeURIComponent(unquoted)
  } catch {
    return
  }
}
