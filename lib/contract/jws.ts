/**
 * The text that a JWS signs (RFC 7515 section 5.1). `payload` is in base64url, or as it is with `b64: false`
 * (RFC 7797 section 3).
 */
export function jwsSigningInput(protectedHeader: string, payload: string): string {
  return `${protectedHeader}.${payload}`
}
