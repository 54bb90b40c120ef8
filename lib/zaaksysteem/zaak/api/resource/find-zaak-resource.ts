import { validate } from 'uuid'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ApiClient } from '../../../api/api-client.ts'
import { loadGevoelig, loadZaaktypen } from '../../../catalogus/find-zaaktypen.ts'
import { TEAMNAAM } from '../../../catalogus/team/find-teams.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import type { Zaak } from '../../../generated/client.ts'
import { SELECT_BESLUITEN } from '../../wijziging/besluiten.ts'
import { SELECT_DOCUMENTEN } from '../../wijziging/documenten.ts'
import { SELECT_PER_DAG } from '../../wijziging/per-dag.ts'
import { SELECT_STATE } from '../../wijziging/zaak-state.ts'
import { toZaakResource, type ZaakRow } from './to-zaak-resource.ts'

const FIND = `
  select id, identificatie, omschrijving, versie, vertrouwelijk, zaaktype, zaaktypeversie, ${TEAMNAAM} as team,
    startdatum::text, aanvrager_bsn as "aanvragerBsn", aanvrager_kvk as "aanvragerKvk",
    aanvrager_vestiging as "aanvragerVestiging", ${SELECT_STATE}, ${SELECT_PER_DAG} as "perDag",
    ${SELECT_BESLUITEN} as besluiten, ${SELECT_DOCUMENTEN} as documenten,
    coalesce((
      select json_agg(json_build_object('gebeurtenisId', gebeurtenis_id, 'versie', status.versie, 'soort', soort,
        'statuscode', status.statuscode, 'datumStatusGezet', datum_status_gezet, 'gebeurdOp', gebeurd_op,
        'statustoelichting', statustoelichting, 'reden', reden, 'einddatumGepland', status.einddatum_gepland,
        'uiterlijkeEinddatum', status.uiterlijke_einddatum, 'opgeschortTot', status.opgeschort_tot) order by status.versie)
      from status where zaak_id = zaak.id
    ), '[]') as statussen,
    coalesce((
      select json_agg(json_build_object('id', aanvulling.id, 'versie', aanvulling.versie, 'naam', naam, 'toelichting', toelichting,
        'formulier', formulier, 'ontvangenOp', ontvangen_op, 'teruggenomen', teruggenomen)
        order by aanvulling.versie, volgnummer)
      from aanvulling where zaak_id = zaak.id
    ), '[]') as aanvullingen
  from zaak where id = any($1::uuid[])
    and ($2::jsonb is null or zaaktype = any (array(select jsonb_array_elements_text($2::jsonb))))`

type Found = Omit<ZaakRow, 'gevoelig'> & Pick<Zaak, 'vertrouwelijk'>

/** Returns a zaak as an API client sees it; `undefined` when none exists for this uuid. */
export async function findZaakResource(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  uuid: string,
  client: Pick<ApiClient, 'zaaktypen'> = {},
): Promise<ZaakResource | undefined> {
  if (!validate(uuid)) return undefined
  const [zaak] = await findZaakResources(ctx, [uuid], client)
  return zaak
}

/**
 * Returns the zaken that exist for an API client, in the order of `uuids`. Bypasses Prisma, which takes four
 * times as long: a portal fetches each zaak whose event is not complete.
 */
export async function findZaakResources(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  uuids: string[],
  { zaaktypen }: Pick<ApiClient, 'zaaktypen'> = {},
): Promise<ZaakResource[]> {
  const values = [`{${uuids}}`, zaaktypen ? JSON.stringify(zaaktypen) : null]
  const [found = []] = await runPipeline(ctx.pool, [{ name: 'find-zaak-resources', text: FIND, values }])
  const rows = inOrder(found as Found[], uuids)
  const zaaktypeOf = await loadZaaktypen(ctx, rows)
  const isGevoelig = await loadGevoelig(ctx, rows)
  return rows.map((zaak) => toZaakResource(ctx, { ...zaak, gevoelig: isGevoelig(zaak) }, zaaktypeOf(zaak)))
}

function inOrder(found: readonly Found[], uuids: readonly string[]): Found[] {
  const byId = new Map(found.map((zaak) => [zaak.id, zaak]))
  return [...new Set(uuids.map((uuid) => uuid.toLowerCase()))].flatMap((uuid) => byId.get(uuid) ?? [])
}
