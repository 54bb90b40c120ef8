/** Everything but the printable ASCII that stands for itself: space, `"`, `%`, controls and all that is not ASCII. */
const TO_ENCODE = /[^\x21\x23\x24\x26-\x7e]+/g
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/
const QUOTED = /^"(?:[^"\\]|\\.)*"$/

/**
 * The value of a `ce-` header in binary mode (CloudEvents HTTP binding 1.0.2 section 3.1.3.2): UTF-8, percent-encoded
 * with upper-case hexadecimal digits where it must be and nowhere else.
 *
 * @throws {URIError} for a lone surrogate, which no CloudEvents string holds
 */
export function encodeCeHeader(value: string): string {
  return value.replace(TO_ENCODE, encodeURIComponent)
}

/**
 * What a `ce-` header says: unquoted when it is quoted, then percent-decoded exactly once. Takes lower-case digits and
 * characters that did not need encoding.
 *
 * @returns undefined when it is not printable ASCII, or no percent-encoded UTF-8
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
