import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { secret } from '#lib/platform/crypto/secret.ts'

/** Keys for the hash of a BSN, newest first. The newest one hashes; every key is used to find a burger. */
type BsnKeys = [BsnKey, ...BsnKey[]]
/** `id` is derived from the key, so that no key can pass for another. */
type BsnKey = { id: string; key: Buffer }
type Keys = { PUBLIEKSPORTAAL_BSN_HASH_KEY: BsnKeys }

const ID_CHARACTERS = 16
const isKey = (text: string) => secret.regex(/^[A-Za-z0-9_-]*$/).safeParse(text).success

/** `<32 bytes in base64url>,…` */
export const bsnKeys = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine(
    (texts) => texts.every(isKey) && new Set(texts).size === texts.length,
    'needs different keys of 32 random bytes in base64url, separated by commas',
  )
  .transform((texts) => texts.map(toBsnKey) as BsnKeys)

export function newestBsnKey({ PUBLIEKSPORTAAL_BSN_HASH_KEY: [newest] }: Keys): BsnKey {
  return newest
}

export function bsnKeyIds({ PUBLIEKSPORTAAL_BSN_HASH_KEY: keys }: Keys): string[] {
  return keys.map(({ id }) => id)
}

function toBsnKey(text: string): BsnKey {
  const key = Buffer.from(text, 'base64url')
  const id = createHash('sha256').update('zaakbode id of a key').update(key).digest('base64url').slice(0, ID_CHARACTERS)
  return { id, key }
}

/** Returns the stored form of a BSN: HMAC-SHA-256 with the newest key, base64url. */
export function hashBsn(env: Keys, bsn: string): string {
  return hashWith(newestBsnKey(env).key, bsn)
}

/** Returns the hashes that the burger with this BSN may have, newest key first. */
export function possibleHashes(env: Keys, bsn: string): string[] {
  return env.PUBLIEKSPORTAAL_BSN_HASH_KEY.map(({ key }) => hashWith(key, bsn))
}

function hashWith(key: Buffer, bsn: string): string {
  return createHmac('sha256', key).update(bsn).digest('base64url')
}
