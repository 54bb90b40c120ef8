/** What a behandelaar may do with the zaken of a team; `beheren`, `vernietigen` and `inzage_geven` are of the whole desk. */
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

/** The roles at the identity provider. Each gives its rights for every team, and followed by `:` and a team for that one. */
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

/** Those of the whole desk, which no team can follow. */
export const ROLLEN_ZONDER_TEAM: readonly Rol[] = ['beheerder', 'archivaris', 'privacy']

/** The table of rights: which roles give one. */
export const ROLLEN_MET: Record<Recht, readonly Rol[]> = {
  lezen: ['lezer', 'behandelaar', 'coordinator', 'beheerder', 'archivaris'],
  behandelen: ['behandelaar', 'coordinator', 'beheerder'],
  coordineren: ['coordinator'],
  heropenen: ['heropenen'],
  beheren: ['beheerder'],
  vernietigen: ['beheerder', 'archivaris'],
  bsn_zoeken: ['bsn_zoeken'],
  /** to a betrokkene, of who looked (AVG 15) */
  inzage_geven: ['privacy', 'beheerder'],
}

/** The colon between a role and its team. A team may have one in its name, a role has none. */
export const SCHEIDING = ':'

/** `team` is undefined when the role holds for every team. */
export function splitRol(rol: string): { naam: string; team: string | undefined } {
  const at = rol.indexOf(SCHEIDING)
  return at < 0 ? { naam: rol, team: undefined } : { naam: rol.slice(0, at), team: rol.slice(at + 1) }
}
