import { createHmac } from 'node:crypto'
import type { PublieksportaalEnv } from '../env.ts'

/** What the portal keeps instead of a BSN: HMAC-SHA-256 under the portal's own key, base64url. */
export function hashBsn(env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BSN_HASH_KEY'>, bsn: string): string {
  const key = Buffer.from(env.PUBLIEKSPORTAAL_BSN_HASH_KEY, 'base64url')
  return createHmac('sha256', key).update(bsn).digest('base64url')
}
