import { validate } from 'uuid'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { toZaakResource, type ZaakRow } from './to-zaak-resource.ts'

/** Dates become what Prisma makes of them: midnight UTC. */
const FIND = `
  select id, identificatie, omschrijving, versie, zaaktype, statuscode, aanvrager_bsn as "aanvragerBsn",
    startdatum::timestamp at time zone 'UTC' as startdatum,
    einddatum_gepland::timestamp at time zone 'UTC' as "einddatumGepland",
    uiterlijke_einddatum::timestamp at time zone 'UTC' as "uiterlijkeEinddatum",
    einddatum::timestamp at time zone 'UTC' as einddatum,
    coalesce((
      select json_agg(json_build_object('gebeurtenisId', gebeurtenis_id, 'versie', status.versie, 'soort', soort,
        'statuscode', status.statuscode, 'datumStatusGezet', datum_status_gezet,
        'statustoelichting', statustoelichting) order by status.versie)
      from status where zaak_id = zaak.id
    ), '[]') as statussen
  from zaak where id = any($1::uuid[])`

/** One zaak as API clients see it; `undefined` when there is none with this uuid. */
export async function findZaakResource(
  ctx: Pick<ZaaksysteemContext, 'pool'>,
  uuid: string,
): Promise<ZaakResource | undefined> {
  if (!validate(uuid)) return undefined
  const [zaak] = await findZaakResources(ctx, [uuid])
  return zaak
}

/**
 * The ones of these zaken that exist, in no particular order. A portal fetches each zaak whose event does not say all,
 * and Prisma takes four times as long.
 */
export async function findZaakResources(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  uuids: string[],
): Promise<ZaakResource[]> {
  const query = { name: 'find-zaak-resources', text: FIND, values: [uuids] }
  const { rows } = await pool.query<ZaakRow>(query)
  return rows.map(toZaakResource)
}
