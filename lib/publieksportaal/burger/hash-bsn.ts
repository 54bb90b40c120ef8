import { createHmac } from 'node:crypto'
import type { PublieksportaalEnv } from '../env.ts'
import { newestBsnKey } from './bsn-keys.ts'

type Keys = Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BSN_HASH_KEY'>

/** What the portal keeps instead of a BSN: HMAC-SHA-256 under the newest of its own keys, base64url. */
export function hashBsn(env: Keys, bsn: string): string {
  return hashWith(newestBsnKey(env).key, bsn)
}

/** The hashes that the burger with this BSN may have, that of the newest key first. */
export function possibleHashes(env: Keys, bsn: string): string[] {
  return env.PUBLIEKSPORTAAL_BSN_HASH_KEY.map(({ key }) => hashWith(key, bsn))
}

function hashWith(key: Buffer, bsn: string): string {
  return createHmac('sha256', key).update(bsn).digest('base64url')
}
