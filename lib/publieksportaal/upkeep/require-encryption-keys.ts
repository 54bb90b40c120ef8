import { requireKeys, type StoredSecret } from '#lib/platform/crypto/require-keys.ts'
import type { PublieksportaalContext } from '../context.ts'
import { ENCRYPTED } from './encrypt-anew.ts'

/** Of all that is encrypted, a secret of the bron alone may be there and not be used any more. */
const USED: Record<string, string> = { bron_geheim: 'source = $1 and (vervalt_op is null or vervalt_op > $2)' }

const ONE_OF_EACH_KEY = ENCRYPTED.map(
  ({ table, id, boundTo }) => `
    (select distinct on (sleutel_id) sleutel_id as "sleutelId", versleuteld, '${boundTo}' || ${id} as "boundTo" from ${table}
     where sleutel_id is not null and ${USED[table] ?? 'true'} order by sleutel_id, ${id})`,
).join(' union all ')

/**
 * Throws a ConfigurationError when something that is encrypted, and still used, cannot be decrypted: all bezorgingen would fail, or all
 * mails or pushes, or Voorkeuren, or a sign-in, or every bewijs or bestand. Waits for a database that does not answer.
 */
export async function requireEncryptionKeys(ctx: PublieksportaalContext): Promise<void> {
  const { env, pool, clock } = ctx
  await requireKeys(ctx, {
    variable: 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS',
    keys: env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS,
    find: async () => (await pool.query<StoredSecret>(ONE_OF_EACH_KEY, [env.PUBLIEKSPORTAAL_BRON, clock()])).rows,
  })
}
