import { createECDH } from 'node:crypto'
import { z } from 'zod'

/** Our private key for push services (RFC 8292): 32 bytes on P-256, in base64url. */
export const vapidPrivateKey = z
  .string()
  .regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url, such as from: npx web-push generate-vapid-keys')
  .refine(isOnCurve, 'must be a private key on P-256')

/** Returns the `applicationServerKey` of a browser: only the holder of the private key can push to it. */
export function vapidPublicKey(privateKey: string): string {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey, 'base64url')
  return ecdh.getPublicKey('base64url')
}

function isOnCurve(privateKey: string): boolean {
  try {
    vapidPublicKey(privateKey)
    return true
  } catch {
    return false
  }
}
