import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'

const KEY_BYTES = 32

/**
 * Returns the betrokkene for the audittrail: an HMAC of the BSN. Its key is derived from the first encryption
 * key, so it needs no secret of its own. After a rotation the same person has another hash.
 */
export function hashBetrokkene({ env, once }: Pick<ZaaksysteemContext, 'env' | 'once'>, bsn: string): Buffer {
  // Cached, because every act and look needs it: deriving takes five times as long as hashing, and so does
  // importing the key from bytes.
  const key = once('betrokkene-key', () => deriveKey(env.ZAAKSYSTEEM_ENCRYPTION_KEYS[0]?.key))
  return createHmac('sha256', key).update(bsn).digest()
}

/** Returns the hashes of a BSN under all keys, because earlier auditregels were hashed with earlier keys. */
export function hashesOfBetrokkene({ env }: Pick<ZaaksysteemContext, 'env'>, bsn: string): Buffer[] {
  return env.ZAAKSYSTEEM_ENCRYPTION_KEYS.map(({ key }) => createHmac('sha256', deriveKey(key)).update(bsn).digest())
}

function deriveKey(key: Uint8Array | undefined): KeyObject {
  if (!key) throw new Error('There is no key to derive from')
  const derived = hkdfSync('sha256', key, '', 'zaaksysteem handeling betrokkene', KEY_BYTES)
  return createSecretKey(new Uint8Array(derived))
}

/** Returns the hashed betrokkene of each zaak, in the same order; null without a zaak or a BSN. */
export async function findBetrokkenen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'once'>,
  zaakIds: readonly string[],
): Promise<(Buffer | null)[]> {
  const { rows } = await ctx.pool.query<{ id: string; bsn: string | null }>({
    name: 'find-betrokkenen',
    text: 'select id, aanvrager_bsn as bsn from zaak where id = any($1::uuid[])',
    values: [zaakIds],
  })
  const hashes = new Map(rows.map(({ id, bsn }) => [id, bsn && hashBetrokkene(ctx, bsn)]))
  return zaakIds.map((id) => hashes.get(id) || null)
}
