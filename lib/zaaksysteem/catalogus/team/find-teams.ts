import type { ZaaksysteemContext } from '../../context.ts'
import { ROLLEN_MET, SCHEIDING } from '../../rechten/mag.ts'

type Ctx = Pick<ZaaksysteemContext, 'pool'>

/** The name of the team of a row of `zaak`. */
export const TEAMNAAM = 'coalesce((select naam from team where code = zaak.team), zaak.team)'

/** Returns the codes of the teams that are not ended, by name. */
export async function findTeams({ pool }: Ctx): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>('select code from team where beeindigd_op is null order by naam')
  return rows.map(({ code }) => code)
}

/** Returns a lookup of names by code, also of ended teams. An unknown code is its own name. */
export async function loadTeamnamen({ pool }: Ctx): Promise<(code: string) => string> {
  const { rows } = await pool.query<{ code: string; naam: string }>('select code, naam from team')
  const namen = new Map(rows.map(({ code, naam }) => [code, naam]))
  return (code) => namen.get(code) ?? code
}

/** A team as its beheerder sees it. */
export type Teamregel = {
  code: string
  naam: string
  beeindigdOp: Date | null
  /** the number of members with a rol */
  collegas: number
  /** the number of open zaken */
  zaken: number
  /** the zaaktypen whose newest version assigns it new zaken */
  zaaktypen: string[]
}

const FIND_REGELS = `
  select code, naam, beeindigd_op as "beeindigdOp",
    (select count(*)::int from behandelaar where behandelaar.team = code and rollen <> '{}') as collegas,
    (select count(*)::int from zaak where zaak.team = code and einddatum is null) as zaken,
    (
      select coalesce(array_agg(identificatie order by identificatie), '{}') from (
        select distinct on (identificatie) identificatie, gegevens ->> 'team' as team
        from zaaktypeversie order by identificatie, versie desc
      ) as newest where newest.team = code
    ) as zaaktypen
  from team order by beeindigd_op is not null, naam`

export async function findTeamregels({ pool }: Ctx): Promise<Teamregel[]> {
  return (await pool.query<Teamregel>(FIND_REGELS)).rows
}

const FIND_UNLISTED = `
  select distinct team from behandelaar
  where team <> '' and not exists (select from team where code = behandelaar.team)
    and exists (select from unnest(rollen) as rol where split_part(rol, '${SCHEIDING}', 1) = any($1::text[])) order by team`

/** Returns unlisted teams of colleagues who may treat zaken; no zaak can be assigned to them. */
export async function findUnlistedTeams({ pool }: Ctx): Promise<string[]> {
  return (await pool.query<{ team: string }>(FIND_UNLISTED, [ROLLEN_MET.behandelen])).rows.map(({ team }) => team)
}
