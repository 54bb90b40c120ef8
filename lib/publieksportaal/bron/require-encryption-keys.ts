import { requireKeys, type StoredSecret } from '#lib/platform/crypto/require-keys.ts'
import { BOUND_TO as AGENDA } from '../agenda/token.ts'
import { BOUND_TO as VESTIGING } from '../burger/vestiging.ts'
import type { PublieksportaalContext } from '../context.ts'
import { BOUND_TO as EMAILADRES } from '../mail/emailadres/adres.ts'
import { BOUND_TO as APPARAAT } from '../push/apparaat/push-subscription.ts'

/**
 * Throws a ConfigurationError when a secret that is shared with the bron, and still used, cannot be decrypted, or an
 * address of a citizen, or a device, or a link that is to be mailed, or the number of a vestiging, or the key that signs a bewijs: all
 * bezorgingen would fail, or all mails or pushes, or Voorkeuren, or a sign-in, or every bewijs. Waits for a database that does not answer.
 */
export async function requireEncryptionKeys(ctx: PublieksportaalContext, signal?: AbortSignal): Promise<void> {
  await requireKeys(ctx, {
    variable: 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS',
    keys: ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS,
    find: () => findOneOfEachKey(ctx),
    signal,
  })
}

async function findOneOfEachKey({ env, pool, clock }: PublieksportaalContext): Promise<StoredSecret[]> {
  const { rows } = await pool.query<StoredSecret>(
    `(select distinct on (sleutel_id) sleutel_id as "sleutelId", versleuteld, id::text as "boundTo" from bron_geheim
      where versleuteld is not null and source = $1 and (vervalt_op is null or vervalt_op > $2)
      order by sleutel_id, id desc)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, $3 || burger_id from emailadres
      where versleuteld is not null order by sleutel_id, burger_id)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, $3 || burger_id from nieuw_emailadres
      order by sleutel_id, burger_id)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, id::text from uitgaande_mail
      where sleutel_id is not null order by sleutel_id, id)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, id::text from bewijssleutel
      where sleutel_id is not null order by sleutel_id, id)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, $4 || burger_id from agenda order by sleutel_id, burger_id)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, $5 || burger_id from vestiging order by sleutel_id, burger_id)
     union all
     (select distinct on (sleutel_id) sleutel_id, versleuteld, $6 || id from apparaat order by sleutel_id, id)`,
    [env.PUBLIEKSPORTAAL_BRON, clock(), EMAILADRES, AGENDA, VESTIGING, APPARAAT],
  )
  return rows
}
