import type { Prisma } from '../generated/client.ts'
import { type Recht, ROLLEN_MET, splitRol } from './recht.ts'

/** A behandelaar, as far as rights go. */
export type Gerechtigde = { team: string; rollen: readonly string[] }

/** A zaak, as far as rights go. */
export type Afgeschermd = { team: string; vertrouwelijk: boolean }

/**
 * Whether somebody may do this with a zaak. Who may not read it may do nothing with it; and a right for every team opens no
 * vertrouwelijke zaak of another one. `magSql` says the same to PostgreSQL.
 */
export function mag(wie: Gerechtigde, recht: Recht, { team, vertrouwelijk }: Afgeschermd): boolean {
  const holds = (of: Recht) => holdsFor(teamsMet(wie, of), team)
  return holds('lezen') && holds(recht) && (!vertrouwelijk || team === wie.team)
}

/** The teams that somebody has a right for. */
export function teamsMet({ rollen }: Pick<Gerechtigde, 'rollen'>, recht: Recht): 'alle' | string[] {
  const gevend = ROLLEN_MET[recht]
  if (gevend.some((rol) => rollen.includes(rol))) return 'alle'
  const teams = rollen.flatMap((rol) => {
    const { naam, team } = splitRol(rol)
    return team !== undefined && gevend.some((one) => one === naam) ? team : []
  })
  return [...new Set(teams)]
}

/** The teams among `teams` for which somebody has the recht. */
export function teamsOnder(wie: Pick<Gerechtigde, 'rollen'>, recht: Recht, teams: readonly string[]): string[] {
  const met = teamsMet(wie, recht)
  return teams.filter((team) => holdsFor(met, team))
}

/** Whether there is a team that somebody has a right for. */
export function magErgens(wie: Pick<Gerechtigde, 'rollen'>, recht: Recht): boolean {
  return teamsMet(wie, recht).length > 0
}

/** Any zaak of the own team that is not vertrouwelijk. */
export const openVan = ({ team }: Pick<Gerechtigde, 'team'>): Afgeschermd => ({ team, vertrouwelijk: false })

/** The zaken with which somebody may do this, for Prisma. */
export function zakenMet(wie: Gerechtigde, recht: Recht): Prisma.ZaakWhereInput {
  const inTeams = (of: Recht) => {
    const teams = teamsMet(wie, of)
    return teams === 'alle' ? {} : { team: { in: teams } }
  }
  return { AND: [inTeams('lezen'), inTeams(recht)], OR: [{ vertrouwelijk: false }, { team: wie.team }] }
}

function holdsFor(teams: 'alle' | readonly string[], team: string): boolean {
  return teams === 'alle' || teams.includes(team)
}
