import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'

/** Rights on the zaken of a team; `beheren`, `vernietigen` and `inzage_geven` are of the whole desk. */
export const RECHTEN = [
  'lezen',
  'behandelen',
  'coordineren',
  'heropenen',
  'beheren',
  'vernietigen',
  'bsn_zoeken',
  'inzage_geven',
] as const
export type Recht = (typeof RECHTEN)[number]

/** The roles at the identity provider, each for every team, or followed by `:` and one team. */
export const ROLLEN = [
  'lezer',
  'behandelaar',
  'coordinator',
  'heropenen',
  'beheerder',
  'archivaris',
  'bsn_zoeken',
  'privacy',
] as const
export type Rol = (typeof ROLLEN)[number]

/** The roles of the whole desk, which take no team. */
export const ROLLEN_ZONDER_TEAM: readonly Rol[] = ['beheerder', 'archivaris', 'privacy']

/** The roles that give each right. */
export const ROLLEN_MET: Record<Recht, readonly Rol[]> = {
  lezen: ['lezer', 'behandelaar', 'coordinator', 'beheerder', 'archivaris'],
  behandelen: ['behandelaar', 'coordinator', 'beheerder'],
  coordineren: ['coordinator'],
  heropenen: ['heropenen'],
  beheren: ['beheerder'],
  vernietigen: ['beheerder', 'archivaris'],
  bsn_zoeken: ['bsn_zoeken'],
  /** telling a betrokkene who looked (AVG 15) */
  inzage_geven: ['privacy', 'beheerder'],
}

/** Separates a role from its team. The name of a team may contain it, a role never does. */
export const SCHEIDING = ':'

/** `team` is `undefined` when the role holds for every team. */
export function splitRol(rol: string): { naam: string; team: string | undefined } {
  const at = rol.indexOf(SCHEIDING)
  return at < 0 ? { naam: rol, team: undefined } : { naam: rol.slice(0, at), team: rol.slice(at + 1) }
}

export type Gerechtigde = { team: string; rollen: readonly string[] }

export type Afgeschermd = { team: string; vertrouwelijk: boolean }

/**
 * True when somebody has the right on a zaak. Without `lezen` nothing is allowed, and a right for every team
 * does not open a vertrouwelijke zaak of another team. `magSql` must say the same to PostgreSQL.
 */
export function mag(wie: Gerechtigde, recht: Recht, { team, vertrouwelijk }: Afgeschermd): boolean {
  const holds = (of: Recht) => holdsFor(teamsMet(wie, of), team)
  return holds('lezen') && holds(recht) && (!vertrouwelijk || team === wie.team)
}

/** Returns the teams for which somebody has a right. */
export function teamsMet({ rollen }: Pick<Gerechtigde, 'rollen'>, recht: Recht): 'alle' | string[] {
  const gevend = ROLLEN_MET[recht]
  if (gevend.some((rol) => rollen.includes(rol))) return 'alle'
  const teams = rollen.flatMap((rol) => {
    const { naam, team } = splitRol(rol)
    return team !== undefined && gevend.some((one) => one === naam) ? team : []
  })
  return [...new Set(teams)]
}

/** Returns the teams among `teams` for which somebody has the right. */
export function teamsOnder(wie: Pick<Gerechtigde, 'rollen'>, recht: Recht, teams: readonly string[]): string[] {
  const met = teamsMet(wie, recht)
  return teams.filter((team) => holdsFor(met, team))
}

/** True when somebody has the right for at least one team. */
export function magErgens(wie: Pick<Gerechtigde, 'rollen'>, recht: Recht): boolean {
  return teamsMet(wie, recht).length > 0
}

/** Returns an open zaak of somebody's own team: the one on which he has the most rights. */
export const openVan = ({ team }: Pick<Gerechtigde, 'team'>): Afgeschermd => ({ team, vertrouwelijk: false })

/** Returns the Prisma filter of the zaken on which somebody has the right. */
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
