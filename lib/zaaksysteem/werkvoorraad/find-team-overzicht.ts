import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { join, raw, sql } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type Gerechtigde, teamsOnder } from '../rechten/mag.ts'
import { leesbaarSql } from '../rechten/mag-sql.ts'
import { loopt } from '../zaak/handelingen/te-laat/te-laat.ts'
import { TWEE_WEKEN } from './werkvoorraad-filter.ts'

/** The open zaken of a colleague in a team; unassigned ones when `behandelaarId` is null. */
export type TeamRegel = {
  team: string
  behandelaarId: string | null
  naam: string | null
  open: number
  teLaat: number
  /** with a fatale datum in the next two weeks */
  tweeWeken: number
  /** since when the oldest unassigned zaak waits; null for a colleague */
  sinds: Date | null
}

type Afwezig = { collegas: number; weken: number }

/**
 * An estimate for the zaken of a team while colleagues are absent.
 *
 * @property extra the additional zaken decided after their fatale datum
 * @property geschat the zaken with an estimate
 * @property onbekend the zaken without one: their zaaktype has no doorlooptijd, or their term stands still
 */
export type Schatting = { team: string; collegas: number; extra: number; geschat: number; onbekend: number }

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'clock'>

/** Selects the open zaken that the reader may read, of the teams that he coordinates. */
function zakenOf(lezer: Gerechtigde, teams: readonly string[]) {
  const { filter, afscherming } = leesbaarSql(lezer)
  const coordinated = sql`zaak.team = any(${teamsOnder(lezer, 'coordineren', teams)}::text[])`
  return join([sql`zaak.einddatum is null`, coordinated, ...filter, ...afscherming], ' and ')
}

/**
 * Returns the number of zaken per colleague for the coordinator of a team. It reads all open zaken of the
 * teams, which is acceptable because coordinators ask rarely.
 *
 * @param teams all teams that exist
 */
export async function findTeamOverzicht(
  { pool, clock }: Ctx,
  { lezer, teams }: { lezer: Gerechtigde; teams: readonly string[] },
): Promise<TeamRegel[]> {
  const today = dateInAmsterdam(clock())
  const until = addToDate(today, TWEE_WEKEN)
  const runs = raw(loopt(today))
  const { rows } = await pool.query<TeamRegel>(sql`
    select zaak.team, zaak.behandelaar_id as "behandelaarId", nullif(zaak.behandelaarnaam, '') as naam,
      count(*)::int as open,
      count(*) filter (where ${runs} and zaak.uiterlijke_einddatum < ${today}::date)::int as "teLaat",
      count(*) filter (where ${runs} and zaak.uiterlijke_einddatum between ${today}::date and ${until}::date)::int
        as "tweeWeken",
      min(case when zaak.behandelaar_id is null then greatest(
        (select datum_status_gezet from status where zaak_id = zaak.id and versie = 1),
        (select max(op) from toewijzing where zaak_id = zaak.id and naar_behandelaar_id is null)
      ) end) as sinds
    from zaak where ${zakenOf(lezer, teams)}
    group by 1, 2, 3
    order by zaak.team, zaak.behandelaar_id is not null, naam`)
  return rows
}

/**
 * Estimates the effect of absent colleagues per team. A zaak takes the median time of its zaaktype in the
 * last year, or the p90 when it is older than the median, plus the days by which its fatale datum moved.
 * Absence slows the whole team down in proportion.
 */
export async function schatAfwezigheid(
  { pool, clock }: Ctx,
  { lezer, teams, afwezig }: { lezer: Gerechtigde; teams: readonly string[]; afwezig: Afwezig },
): Promise<Schatting[]> {
  const today = dateInAmsterdam(clock())
  const runs = raw(loopt(today))
  const { rows } = await pool.query<Schatting>(sql`
    with lopend as (
      select zaak.team, zaak.behandelaar_id, zaak.uiterlijke_einddatum as fataal,
        case when ${runs} then zaak.startdatum + 7 * helft_binnen_weken + verschoven end as helft,
        case when ${runs} then zaak.startdatum + 7 * negen_van_tien_binnen_weken + verschoven end as negen
      from zaak
      left join doorlooptijd on doorlooptijd.zaaktype = zaak.zaaktype
      cross join lateral (
        select zaak.uiterlijke_einddatum - uiterlijke_einddatum as verschoven
        from status where zaak_id = zaak.id and versie = 1
      ) begin
      where ${zakenOf(lezer, teams)}
    ), verwacht as (
      select *, case when helft < ${today}::date then greatest(negen, ${today}::date) else helft end as klaar
      from lopend
    ), ploeg as (
      select team, count(distinct behandelaar_id)::int as collegas from lopend group by team
    )
    select team, collegas,
      count(*) filter (where klaar <= fataal and klaar + achterstand > fataal)::int as extra,
      count(helft)::int as geschat, count(*) filter (where helft is null)::int as onbekend
    from verwacht join ploeg using (team)
    cross join lateral (
      select ceil(7.0 * ${afwezig.weken}::int * least(${afwezig.collegas}::int, collegas) / greatest(collegas, 1))::int
        as achterstand
    ) vertraging
    group by team, collegas order by team`)
  return rows
}
