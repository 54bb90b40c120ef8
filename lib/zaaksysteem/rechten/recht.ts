/** What a behandelaar may do with the zaken of a team; `beheren` is of the whole desk. */
export const RECHTEN = ['lezen', 'behandelen', 'coordineren', 'heropenen', 'beheren'] as const
export type Recht = (typeof RECHTEN)[number]

/** The roles at the identity provider. Each gives its rights for every team, and followed by `:` and a team for that one. */
export const ROLLEN = ['lezer', 'behandelaar', 'coordinator', 'heropenen', 'beheerder'] as const
type Rol = (typeof ROLLEN)[number]

/** The table of rights: which roles give one. */
export const ROLLEN_MET: Record<Recht, readonly Rol[]> = {
  lezen: ['lezer', 'behandelaar', 'coordinator', 'beheerder'],
  behandelen: ['behandelaar', 'coordinator', 'beheerder'],
  coordineren: ['coordinator'],
  heropenen: ['heropenen'],
  beheren: ['beheerder'],
}

/** The colon between a role and its team. A team may have one in its name, a role has none. */
export const SCHEIDING = ':'

/** `team` is undefined when the role holds for every team. */
export function splitRol(rol: string): { naam: string; team: string | undefined } {
  const at = rol.indexOf(SCHEIDING)
  return at < 0 ? { naam: rol, team: undefined } : { naam: rol.slice(0, at), team: rol.slice(at + 1) }
}
