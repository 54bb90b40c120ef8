import { requireKeys, type StoredSecret } from '#lib/platform/crypto/require-keys.ts'
import type { PublieksportaalContext } from '../context.ts'
import { ENCRYPTED } from './encrypt-anew.ts'

/** Only a secret of a bron can exist and no longer be used. */
const USED: Record<string, string> = { bron_geheim: 'source = $1 and (vervalt_op is null or vervalt_op > $2)' }

const ONE_OF_EACH_KEY = ENCRYPTED.map(
  ({ table, id, boundTo }) => `
    (select distinct on (sleutel_id) sleutel_id as "sleutelId", versleuteld, '${boundTo}' || ${id} as "boundTo" from ${table}
     where sleutel_id is not null and ${USED[table] ?? 'true'} order by sleutel_id, ${id})`,
).join(' union all ')

/**
 * Throws a ConfigurationError when an encrypted value that is still used cannot be decrypted, because the
 * bezorgingen, mails, pushes or bewijzen that need it would all fail. Waits for a database that does not
 * answer.
 */
export async function requireEncryptionKeys(ctx: PublieksportaalContext): Promise<void> {
  const { env, pool, clock } = ctx
  await requireKeys(ctx, {
    variable: 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS',
    keys: env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS,
    find: async () => (await pool.query<StoredSecret>(ONE_OF_EACH_KEY, [env.PUBLIEKSPORTAAL_BRON, clock()])).rows,
  })
}
