import { APV } from './apv.ts'
import { OMGEVING } from './omgeving.ts'
import { PARKEREN_EN_VERKEER } from './parkeren-verkeer.ts'
import type { Zaaktype } from './zaaktype.ts'

/** Every zaaktype that the municipality handles. A zaak refers to its zaaktype by `identificatie`. */
export const ZAAKTYPEN: readonly Zaaktype[] = [...OMGEVING, ...APV, ...PARKEREN_EN_VERKEER]

/** Every team that handles zaken. */
export const TEAMS: readonly string[] = [...new Set(ZAAKTYPEN.map(({ team }) => team))].sort()

const byIdentificatie = new Map(ZAAKTYPEN.map((zaaktype) => [zaaktype.identificatie, zaaktype]))

export function findZaaktype(identificatie: string): Zaaktype {
  const zaaktype = byIdentificatie.get(identificatie)
  if (!zaaktype) throw new Error(`The catalogus has no zaaktype ${identificatie}`)
  return zaaktype
}

/** The name of a statustype at the desk. */
export function labelOfStatustype(zaaktype: Zaaktype, statustype: string): string {
  return zaaktype.statustypen.find(({ code }) => code === statustype)?.omschrijving.nl ?? statustype
}

/** The name of a resultaat at the desk; null without a resultaat. */
export function labelOfResultaat(zaaktype: Zaaktype, resultaat: string | null): string | null {
  return zaaktype.resultaattypen.find(({ code }) => code === resultaat)?.omschrijving.nl ?? resultaat
}
