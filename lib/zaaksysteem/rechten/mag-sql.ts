import { type Sql, sql } from '#lib/platform/postgres/sql.ts'
import { type Gerechtigde, teamsMet } from './mag.ts'
import { type Recht, ROLLEN_MET, SCHEIDING } from './recht.ts'

const ZAAK = { team: 'zaak.team', vertrouwelijk: 'zaak.vertrouwelijk' }

/**
 * `mag` as a condition on a row of `behandelaar` and one of `zaak`, so that an act asks for the rights of who acts in the
 * statement that finds its zaak.
 *
 * @param zaak expressions, where the zaak is not as its row has it
 */
export function magSql(recht: Recht, zaak: Partial<typeof ZAAK> = {}): string {
  const { team, vertrouwelijk } = { ...ZAAK, ...zaak }
  const holds = (of: Recht) => {
    const rollen = ROLLEN_MET[of].flatMap((rol) => [`'${rol}'`, `'${rol}${SCHEIDING}' || ${team}`])
    return `behandelaar.rollen && array[${rollen.join(', ')}]`
  }
  return `(${holds('lezen')} and ${holds(recht)} and (not ${vertrouwelijk} or ${team} = behandelaar.team))`
}

/** The same of whoever has this id; nobody, when it is null, is an API client or the zaaksysteem itself and may. */
export function magWieSql(id: string, ...of: Parameters<typeof magSql>): string {
  return `(${id} is null or exists (select from behandelaar where behandelaar.id = ${id} and ${magSql(...of)}))`
}

/** Whether whoever has this id has a right of the whole desk. */
export function magOveralSql(id: string, recht: Extract<Recht, 'beheren' | 'vernietigen'>): string {
  const rollen = ROLLEN_MET[recht].map((rol) => `'${rol}'`)
  return `exists (select from behandelaar where behandelaar.id = ${id} and rollen && array[${rollen.join(', ')}])`
}

/**
 * What somebody may read as conditions on `zaak`, for lists. One team has its index with the order of the list, so that is a
 * `filter` as another. `afscherming` is asked of each zaak that is met: that it is of one of several teams, and, which
 * hardly any fails, that it is not vertrouwelijk.
 */
export function leesbaarSql(lezer: Gerechtigde): { filter: Sql[]; afscherming: Sql[] } {
  const teams = teamsMet(lezer, 'lezen')
  const vertrouwelijk = sql`(not zaak.vertrouwelijk or zaak.team = ${lezer.team})`
  if (teams === 'alle') return { filter: [], afscherming: [vertrouwelijk] }
  if (teams.length === 1) return { filter: [sql`zaak.team = ${teams[0]}`], afscherming: [vertrouwelijk] }
  return { filter: [], afscherming: [sql`zaak.team = any(${teams}::text[])`, vertrouwelijk] }
}
