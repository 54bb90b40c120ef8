import { createHmac, hkdfSync } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'
import type { ZaaksysteemEnv } from '../env.ts'

const KEY_BYTES = 32

/**
 * Whose zaak it is, for the audittrail: an HMAC of the BSN. Its key is derived from the first encryption key, so that it
 * needs no secret of its own; after a rotation the same person has another hash.
 */
export function hashBetrokkene({ env, once }: Pick<ZaaksysteemContext, 'env' | 'once'>, bsn: string): Buffer {
  // Deriving it takes five times as long as the hash, which every act and look needs.
  const key = once('betrokkene-key', () => deriveKey(env))
  return createHmac('sha256', key).update(bsn).digest()
}

function deriveKey({ ZAAKSYSTEEM_ENCRYPTION_KEYS: [first] }: ZaaksysteemEnv): Uint8Array {
  if (!first) throw new Error('There is no key to derive from')
  return new Uint8Array(hkdfSync('sha256', first.key, '', 'zaaksysteem handeling betrokkene', KEY_BYTES))
}
