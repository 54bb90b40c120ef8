import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'
import type { ZaaksysteemEnv } from '../env.ts'

const KEY_BYTES = 32

/**
 * Whose zaak it is, for the audittrail: an HMAC of the BSN. Its key is derived from the first encryption key, so that it
 * needs no secret of its own; after a rotation the same person has another hash.
 */
export function hashBetrokkene({ env, once }: Pick<ZaaksysteemContext, 'env' | 'once'>, bsn: string): Buffer {
  // Every act and look needs the hash: deriving its key takes five times as long, and so does preparing one from bytes.
  const key = once('betrokkene-key', () => deriveKey(env))
  return createHmac('sha256', key).update(bsn).digest()
}

function deriveKey({ ZAAKSYSTEEM_ENCRYPTION_KEYS: [first] }: ZaaksysteemEnv): KeyObject {
  if (!first) throw new Error('There is no key to derive from')
  const derived = hkdfSync('sha256', first.key, '', 'zaaksysteem handeling betrokkene', KEY_BYTES)
  return createSecretKey(new Uint8Array(derived))
}
