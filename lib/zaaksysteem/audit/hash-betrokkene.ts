import { createHmac, hkdfSync } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'

const KEY_BYTES = 32

/**
 * Whose zaak it is, for the audittrail: an HMAC of the BSN. Its key is derived from the first encryption key, so that it
 * needs no secret of its own; after a rotation the same person has another hash.
 */
export function hashBetrokkene({ env }: Pick<ZaaksysteemContext, 'env'>, bsn: string): Buffer {
  const [first] = env.ZAAKSYSTEEM_ENCRYPTION_KEYS
  if (!first) throw new Error('There is no key to derive from')
  const key = hkdfSync('sha256', first.key, '', 'zaaksysteem handeling betrokkene', KEY_BYTES)
  return createHmac('sha256', new Uint8Array(key)).update(bsn).digest()
}
