declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  /**
   * Decrypts a body with the content coding `aes128gcm` (RFC 8188), the key of which is made as RFC 8291
   * says.
   */
  export function decrypt(body: Buffer, options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer
}
