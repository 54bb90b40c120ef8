import { type Sql, sql } from '#lib/platform/postgres/sql.ts'
import { type Gerechtigde, type Recht, ROLLEN_MET, SCHEIDING, teamsMet } from './mag.ts'

const ZAAK = { team: 'zaak.team', vertrouwelijk: 'zaak.vertrouwelijk' }

/**
 * Returns `mag` as a condition on a row of `behandelaar` and a row of `zaak`, so that an act checks rights in
 * the statement that finds its zaak.
 *
 * @param zaak expressions that replace columns of the row of `zaak`
 */
export function magSql(recht: Recht, zaak: Partial<typeof ZAAK> = {}): string {
  const { team, vertrouwelijk } = { ...ZAAK, ...zaak }
  const holds = (of: Recht) => {
    const rollen = ROLLEN_MET[of].flatMap((rol) => [`'${rol}'`, `'${rol}${SCHEIDING}' || ${team}`])
    return `behandelaar.rollen && array[${rollen.join(', ')}]`
  }
  return `(${holds('lezen')} and ${holds(recht)} and (not ${vertrouwelijk} or ${team} = behandelaar.team))`
}

/** Like `magSql`, for the behandelaar with this id. True for null: an API client or the zaaksysteem. */
export function magWieSql(id: string, ...of: Parameters<typeof magSql>): string {
  return `(${id} is null or exists (select from behandelaar where behandelaar.id = ${id} and ${magSql(...of)}))`
}

/** True when the behandelaar with this id has a right of the whole desk. */
export function magOveralSql(id: string, recht: Extract<Recht, 'beheren' | 'vernietigen'>): string {
  const rollen = ROLLEN_MET[recht].map((rol) => `'${rol}'`)
  return `exists (select from behandelaar where behandelaar.id = ${id} and rollen && array[${rollen.join(', ')}])`
}

/**
 * Returns the read rights of a behandelaar as conditions on `zaak`, for lists. A single team is a `filter`,
 * because the index of a list begins with it. `afscherming` is checked per row read: membership of several
 * teams, and vertrouwelijkheid, which few zaken fail.
 */
export function leesbaarSql(lezer: Gerechtigde): { filter: Sql[]; afscherming: Sql[] } {
  const teams = teamsMet(lezer, 'lezen')
  const vertrouwelijk = sql`(not zaak.vertrouwelijk or zaak.team = ${lezer.team})`
  if (teams === 'alle') return { filter: [], afscherming: [vertrouwelijk] }
  if (teams.length === 1) return { filter: [sql`zaak.team = ${teams[0]}`], afscherming: [vertrouwelijk] }
  return { filter: [], afscherming: [sql`zaak.team = any(${teams}::text[])`, vertrouwelijk] }
}
