import type { StatusSoort } from '#lib/contract/event-types.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { findZaaktypeOf, loadZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import { labelOfResultaat, labelOfStatustype, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Recht } from '../../rechten/mag.ts'
import { magWieSql } from '../../rechten/mag-sql.ts'
import { type Aanvullingsverzoek, SELECT_AANVULLINGSVERZOEK } from './aanvullingsverzoek.ts'
import { type BesluitAtVersie, SELECT_BESLUITEN } from './besluiten.ts'
import { type Dossier, selectDossier } from './documenten.ts'
import { SELECT_PER_DAG } from './per-dag.ts'
import { SELECT_STATE, type ZaakState } from './zaak-state.ts'

/** A change that was made after a form was shown. */
export type Tussentijds = {
  soort: StatusSoort
  statustypeOmschrijving: string
  resultaatOmschrijving: string | null
  toelichting: string | null
  doorNaam: string
  op: Date
}

export type Conflict = { ok: false; reason: 'conflict'; sindsdien: Tussentijds[] }

/** A zaak as an act reads it. */
export type ZaakAtVersie = ZaakFacts & ZaakState
export type ZaakFacts = Dossier & {
  id: string
  versie: number
  zaaktype: string
  zaaktypeversie: number
  startdatum: string
  omschrijving: string
  aanvragerNaam: string
  /** null when the aanvrager is a company */
  aanvragerBsn: string | null
  aanvragerKvk: string | null
  aanvragerVestiging: string | null
  aanvragerAdres: string | null
  aanvragerTelefoon: string | null
  /** the soort of its newest history row */
  laatsteSoort: StatusSoort
  /** true when the aanvrager asked to withdraw the aanvraag and nobody declined */
  intrekkingGevraagd: boolean
  /** true when a question of the aanvrager is unanswered */
  vraagGesteld: boolean
  /** true when a part of the aanvulling came or was reported, or its last day passed */
  aanvullingGehad: boolean
  /** true when the last act was automatic: the end of an instemming, or a continued stilstand */
  vanzelf: boolean
  aanvullingsverzoek: Aanvullingsverzoek | null
  /** the daily amounts after its ingebrekestelling, per period of two weeks; null without one */
  perDag: number[] | null
  /** all versions, oldest first: see `besluitenAt` */
  besluiten: BesluitAtVersie[]
  /**
   * true when receivers must read the zaak: the team changed since the last event, or vertrouwelijkheid ever
   */
  teLezen: boolean
  nieuwsteZaaktypeversie: number
}

type Wanted = {
  zaakId: string
  versie: number
  zaaktypen?: readonly string[] | undefined
  behandelaarId: string | undefined
  client?: string | undefined
  recht: Recht
  reads?: 'dossier' | undefined
}

type Found = { ok: true; zaak: ZaakAtVersie; zaaktype: Zaaktype }

/** Uses no `exists`: the planner may hash that over the whole table, and cache such a plan. */
const SELECT_ZAAK = `
  id, versie, zaaktype, zaaktypeversie, startdatum::text, omschrijving, aanvrager_naam as "aanvragerNaam",
   aanvrager_bsn as "aanvragerBsn", aanvrager_kvk as "aanvragerKvk", aanvrager_vestiging as "aanvragerVestiging",
   aanvrager_adres as "aanvragerAdres", aanvrager_telefoon as "aanvragerTelefoon", ${SELECT_STATE}, laatste_soort as "laatsteSoort", coalesce((
     select true from inzending where zaak_id = zaak.id and soort = 'intrekking' and afgewezen_versie is null limit 1
   ), false) as "intrekkingGevraagd", coalesce((
     select true from inzending where zaak_id = zaak.id and soort = 'vraag' and beantwoord_versie is null limit 1
   ), false) as "vraagGesteld", coalesce((
     select true from status
     where zaak_id = zaak.id and soort in ('aanvulling_ontvangen', 'aanvulling_gemeld', 'aanvulling_verlopen') limit 1
   ), false) as "aanvullingGehad", coalesce((
     select case laatste_soort
       when 'hervatting' then opschorting = 'instemming' and opgeschort_tot < zaak.hervat_op
       when 'opschorting' then opschorting is null and daarna_reden is not null
     end
     from status where zaak_id = zaak.id and status.versie = zaak.versie - 1
   ), false) as "vanzelf", ${SELECT_AANVULLINGSVERZOEK} as aanvullingsverzoek, ${SELECT_PER_DAG} as "perDag",
   ${SELECT_BESLUITEN} as besluiten, coalesce((
     select true from toewijzing
     where zaak_id = zaak.id and toewijzing.versie = zaak.versie and van_team <> naar_team limit 1
   ), (select true from vertrouwelijkheid where zaak_id = zaak.id limit 1), false) as "teLezen",
   (select max(versie) from zaaktypeversie where identificatie = zaak.zaaktype) as "nieuwsteZaaktypeversie"`

/** For acts that do not read documents. */
const NO_DOSSIER: Dossier = { documenten: [], losseBestanden: [] }

/** One query reads the zaken of all concurrent acts: a query per act would cost as much as the act itself. */
const find = (env: ZaaksysteemContext['env'], { recht, reads }: Pick<Wanted, 'recht' | 'reads'>) => `
  select n, ${SELECT_ZAAK}${reads ? `, ${selectDossier(env, 'wanted.client')}` : ''}
  from json_to_recordset($1) as wanted (n int, wanted_id uuid, zaaktypen jsonb, acting_id uuid, client text)
  join zaak on id = any (array[wanted_id])
  where (zaaktypen is null or zaaktypen ? zaaktype) and ${magWieSql('acting_id', recht)}`

const FIND_NOW = `select ${SELECT_ZAAK} from zaak where id = $1`

const FIND_FOR_BULK = `select ${SELECT_ZAAK} from zaak where id = any($1::uuid[]) and ${magWieSql('$2::uuid', 'coordineren')}`

const FIND_STATE = `select ${SELECT_STATE} from status where zaak_id = $1 and versie = $2`

const FIND_OPEN_STATE = `
  select ${SELECT_STATE} from status where zaak_id = $1 and einddatum is null order by versie desc limit 1`

/**
 * Reads a zaak that did not change after `versie`. Takes no lock: `applyChange` checks the versie again.
 *
 * @param wanted.zaaktypen the only ones that the caller may touch; a zaak of another one is not found
 * @param wanted.reads reads its documents too
 * @param wanted.client the API client that acts, if any
 * @param wanted.behandelaarId the behandelaar who acts, if any; without the recht on the zaak it is not found
 */
export async function findZaakAtVersie(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'db' | 'once'>,
  { zaakId, versie, zaaktypen, behandelaarId, client, recht, reads }: Wanted,
): Promise<Found | Conflict | { ok: false; reason: 'not_found' }> {
  const row = { wanted_id: zaakId, zaaktypen, acting_id: behandelaarId, client }
  const name = ['find-zaak-at-versie', recht, reads].filter(Boolean).join('-')
  const query = { name, text: find(ctx.env, { recht, reads }), row }
  const [found] = (await groupCommit(ctx.pool, query, zaakId)) as ZaakAtVersie[]
  if (!found) return { ok: false, reason: 'not_found' }
  const zaak = { ...NO_DOSSIER, ...found }
  if (zaak.versie !== versie) return findConflict(ctx, { ...zaak, versie })
  return { ok: true, zaak, zaaktype: await findZaaktypeOf(ctx, zaak) }
}

/**
 * Returns the given zaken on which the behandelaar has the right coördineren, in no particular order.
 */
export async function findZakenNow(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  { zaakIds, behandelaarId }: { zaakIds: readonly string[]; behandelaarId: string },
): Promise<{ zaak: ZaakAtVersie; zaaktype: Zaaktype }[]> {
  const { rows } = await ctx.pool.query<ZaakAtVersie>(FIND_FOR_BULK, [zaakIds, behandelaarId])
  const zaaktypeOf = await loadZaaktypen(ctx, rows)
  return rows.map((zaak) => ({ zaak: { ...NO_DOSSIER, ...zaak }, zaaktype: zaaktypeOf(zaak) }))
}

/** Returns a zaak without its BSN and documents; the caller has checked the right to read it. */
export async function findZaakNow(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  zaakId: string,
): Promise<Omit<ZaakAtVersie, 'aanvragerBsn' | keyof Dossier> | undefined> {
  const { rows } = await pool.query<ZaakAtVersie>({ name: 'find-zaak-now', text: FIND_NOW, values: [zaakId] })
  const [found] = rows
  if (!found) return undefined
  const { aanvragerBsn, ...zaak } = found
  return zaak
}

export async function findStateAtVersie(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { id, versie }: { id: string; versie: number },
): Promise<ZaakState> {
  const { rows } = await pool.query<ZaakState>({ name: 'find-state', text: FIND_STATE, values: [id, versie] })
  return rows[0] as ZaakState
}

/** Returns the state of a closed zaak before it was closed. */
export async function findOpenState({ pool }: Pick<ZaaksysteemContext, 'pool'>, id: string): Promise<ZaakState> {
  const { rows } = await pool.query<ZaakState>({ name: 'find-open-state', text: FIND_OPEN_STATE, values: [id] })
  return rows[0] as ZaakState
}

/** Returns the changes of a zaak after `versie`, oldest first. */
export async function findConflict(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>,
  { id, versie, ...zaak }: Pick<ZaakFacts, 'id' | 'versie' | 'zaaktype' | 'zaaktypeversie'>,
): Promise<Conflict> {
  const zaaktype = await findZaaktypeOf(ctx, zaak)
  const later = await ctx.db.status.findMany({
    where: { zaakId: id, versie: { gt: versie } },
    orderBy: { versie: 'asc' },
    include: { gezetDoor: { select: { naam: true } } },
  })
  const sindsdien = later.map((status) => ({
    soort: status.soort as StatusSoort,
    statustypeOmschrijving: labelOfStatustype(zaaktype, status.statustype),
    resultaatOmschrijving: labelOfResultaat(zaaktype, status.resultaat),
    toelichting: status.statustoelichting,
    doorNaam: status.gezetDoor?.naam ?? status.gezetDoorClient ?? 'aanvraagformulier',
    op: status.datumStatusGezet,
  }))
  return { ok: false, reason: 'conflict', sindsdien }
}
