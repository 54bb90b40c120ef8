import { rollen } from '#lib/ui/texts/balie/rollen.ts'
import { type Rol, splitRol } from '#lib/zaaksysteem/rechten/mag.ts'

/** Returns what a role allows, in words. */
export function describeRol(rol: string, teamnaamOf: (code: string) => string): string {
  const { naam, team } = splitRol(rol)
  const mag = rollen.mag[naam as Rol]
  return team === undefined ? mag : rollen.alleenVan(mag, teamnaamOf(team))
}
