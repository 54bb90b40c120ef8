/**
 * Decodes base64 (RFC 4648), but only the exact text that an encoder produces; otherwise `undefined`. The
 * decoder of Node.js skips unknown characters and ignores surplus bits, so that many texts would pass for the
 * same signature.
 */
export function decodeBase64(text: string, encoding: 'base64' | 'base64url' = 'base64'): Buffer | undefined {
  const bytes = Buffer.from(text, encoding)
  return bytes.toString(encoding) === text ? bytes : undefined
}
