/**
 * The signing input of a JWS (RFC 7515 section 5.1). `payload` is base64url-encoded, or unencoded with `b64: false`
 * (RFC 7797 section 3).
 */
export function jwsSigningInput(protectedHeader: string, payload: string): string {
  return `${protectedHeader}.${payload}`
}
