import { ECDH } from 'node:crypto'
import { z } from 'zod'
import { decrypt, type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'

const MAX_ENDPOINT_LENGTH = 2_000
const AUTH_BYTES = 16

/** The subscription of a browser (`PushSubscription.toJSON`), with the keys of RFC 8291. */
export const pushSubscription = z.object({
  endpoint: z.url().max(MAX_ENDPOINT_LENGTH),
  keys: z.object({
    p256dh: z.base64url().max(100).refine(isPublicKey, 'must be a public key on P-256'),
    auth: z
      .base64url()
      .max(30)
      .refine((text) => Buffer.from(text, 'base64url').byteLength === AUTH_BYTES, `must be ${AUTH_BYTES} bytes`),
  }),
})

export type PushSubscription = z.infer<typeof pushSubscription>

function isPublicKey(text: string): boolean {
  try {
    ECDH.convertKey(text, 'prime256v1', 'base64url')
    return true
  } catch {
    return false
  }
}

type Keys = { env: Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS'> }

/** Prefix of the apparaat id to which a subscription is bound. */
export const BOUND_TO = 'apparaat:'

export function encryptSubscription(
  { env }: Keys,
  { apparaatId, subscription }: { apparaatId: string; subscription: PushSubscription },
): Encrypted {
  const plaintext = Buffer.from(JSON.stringify(subscription))
  return encrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext, boundTo: BOUND_TO + apparaatId })
}

/** @throws DecryptionError */
export function decryptSubscription(
  { env }: Keys,
  { apparaatId, versleuteld, sleutelId }: { apparaatId: string; versleuteld: Uint8Array; sleutelId: string },
): PushSubscription {
  const secret = { versleuteld, sleutelId, boundTo: BOUND_TO + apparaatId }
  return pushSubscription.parse(JSON.parse(decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, secret).toString()))
}

type Env = Pick<
  PublieksportaalContext['env'],
  'PUBLIEKSPORTAAL_PUSH_SERVICES' | 'PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY'
>

/**
 * True when a push may go to this address. Anybody can forge it, so it must be https on the default port, at
 * or below the name of a configured push service. Prevents SSRF: no foreign name is ever resolved.
 */
export function isPushService(
  { PUBLIEKSPORTAAL_PUSH_SERVICES: services, PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: demo }: Env,
  endpoint: string,
): boolean {
  const url = URL.parse(endpoint)
  if (!url || url.username || url.password) return false
  if (demo && url.origin === new URL(demo).origin) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return services.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
