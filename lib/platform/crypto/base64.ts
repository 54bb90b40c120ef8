/**
 * The bytes of base64 (RFC 4648) in exactly the form that an encoder gives, or `undefined`. Node's decoder skips what it
 * does not know and ignores surplus bits, so that many texts would stand for one signature.
 */
export function decodeBase64(text: string, encoding: 'base64' | 'base64url' = 'base64'): Buffer | undefined {
  const bytes = Buffer.from(text, encoding)
  return bytes.toString(encoding) === text ? bytes : undefined
}
