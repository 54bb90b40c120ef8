/**
 * Decodes base64 (RFC 4648) in exactly the form that an encoder produces; otherwise `undefined`. The decoder
 * of Node.js skips unknown characters and ignores surplus bits, so many texts would be accepted as the same
 * signature.
 */
export function decodeBase64(text: string, encoding: 'base64' | 'base64url' = 'base64'): Buffer | undefined {
  const bytes = Buffer.from(text, encoding)
  return bytes.toString(encoding) === text ? bytes : undefined
}
