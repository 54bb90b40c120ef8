declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  /** Decrypts a body in the content coding `aes128gcm` (RFC 8188), with a key derived by RFC 8291. */
  export function decrypt(body: Buffer, options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer
}
