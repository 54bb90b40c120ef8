import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Keys of 32 bytes. The first encrypts and all decrypt: a rotation puts the new key before the old one. */
export type EncryptionKeys = { id: string; key: Uint8Array }[]

/** 32 random bytes have fewer distinct bytes than this less than once in 10^16 times. */
const MIN_DISTINCT_BYTES = 16

/** `id=<32 bytes in base64>,id=…` */
export const encryptionKeys = z
  .string()
  .transform((text) =>
    text.split(',').map((entry) => {
      const [id = '', ...rest] = entry.trim().split('=')
      return { id, key: new Uint8Array(Buffer.from(rest.join('='), 'base64')) }
    }),
  )
  .pipe(
    z
      .array(
        z.object({
          id: z.string().regex(/^[a-z0-9-]+$/i, 'needs id=<base64> entries'),
          key: z.instanceof(Uint8Array).refine(isRandomKey, 'needs keys of 32 random bytes in base64'),
        }),
      )
      .min(1)
      .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'has an id twice')
      .refine(
        (keys) => new Set(keys.map(({ key }) => Buffer.from(key).toString('hex'))).size === keys.length,
        'has a key twice',
      ),
  )

function isRandomKey(key: Uint8Array): boolean {
  return key.byteLength === 32 && new Set(key).size >= MIN_DISTINCT_BYTES
}

/** `versleuteld` is AES-256-GCM: a nonce of 12 bytes, a tag of 16 bytes, then the ciphertext. */
export type Encrypted = { versleuteld: Uint8Array<ArrayBuffer>; sleutelId: string }

/** A secret cannot be decrypted. `code` ends in the id of the key that it was encrypted with. */
export class DecryptionError extends Error {
  readonly code: string

  constructor(problem: 'encryption_key_missing' | 'secret_corrupt', sleutelId: string) {
    super('A secret in the database cannot be decrypted')
    this.name = 'DecryptionError'
    this.code = `${problem}:${sleutelId}`
  }
}

/**
 * @param options.boundTo authenticated data, such as the id of its row: copied to another row it does not
 * decrypt
 */
export function encrypt([first]: EncryptionKeys, options: { plaintext: Uint8Array; boundTo: string }): Encrypted {
  if (!first) throw new Error('There is no key to encrypt with')
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, first.key, nonce).setAAD(Buffer.from(options.boundTo))
  const ciphertext = Buffer.concat([cipher.update(options.plaintext), cipher.final()])
  return {
    versleuteld: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])),
    sleutelId: first.id,
  }
}

/** @throws DecryptionError when the key is not configured, or when `versleuteld` or `boundTo` was changed */
export function decrypt(
  keys: EncryptionKeys,
  { versleuteld, sleutelId, boundTo }: { versleuteld: Uint8Array; sleutelId: string; boundTo: string },
): Buffer<ArrayBuffer> {
  const key = keys.find(({ id }) => id === sleutelId)?.key
  if (!key) throw new DecryptionError('encryption_key_missing', sleutelId)
  try {
    const nonce = versleuteld.subarray(0, NONCE_BYTES)
    const tag = versleuteld.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag)
    return Buffer.concat([decipher.update(versleuteld.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new DecryptionError('secret_corrupt', sleutelId)
  }
}
