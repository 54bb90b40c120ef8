import { requireKeys, type StoredSecret } from '#lib/platform/crypto/require-keys.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * Throws a ConfigurationError when a geheim, toegangsgegevens, a signing key or a bestand cannot be decrypted
 * although still in use. Waits for a database that does not respond.
 */
export async function requireEncryptionKeys(ctx: ZaaksysteemContext, signal?: AbortSignal): Promise<void> {
  await requireKeys(ctx, {
    variable: 'ZAAKSYSTEEM_ENCRYPTION_KEYS',
    keys: ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS,
    find: () => findOneOfEachKey(ctx),
    signal,
  })
}

async function findOneOfEachKey({ pool, clock }: ZaaksysteemContext): Promise<StoredSecret[]> {
  const { rows } = await pool.query<StoredSecret>(
    // There may be millions of bestanden, so this jumps from one key to the next in the index.
    `with recursive bestandssleutel as (
       select min(sleutel_id) as sleutel_id from bestand
       union all
       select (select min(bestand.sleutel_id) from bestand where bestand.sleutel_id > bestandssleutel.sleutel_id)
       from bestandssleutel where sleutel_id is not null
     )
     select distinct on (sleutel_id) sleutel_id as "sleutelId", versleuteld, bound_to as "boundTo"
     from (
       select sleutel_id, versleuteld, id::text as bound_to from geheim
       where vervalt_op is null or vervalt_op > $1
       union all
       select sleutel_id, versleuteld, id::text from toegang
       union all
       select sleutel_id, versleuteld, kid from sleutel
       where versleuteld is not null and (tekent_tot is null or tekent_tot > $1)
       union all
       select bestand.sleutel_id, versleuteld, id::text from bestandssleutel cross join lateral (
         select * from bestand where bestand.sleutel_id = bestandssleutel.sleutel_id limit 1
       ) bestand
     ) stored
     order by sleutel_id, bound_to desc`,
    [clock()],
  )
  return rows
}
