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
type Rol = (typeof ROLLEN)[number]

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
