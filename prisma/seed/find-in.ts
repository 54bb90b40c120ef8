import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

export function findIn(zaaktypen: readonly Zaaktype[], identificatie: string): Zaaktype {
  const zaaktype = zaaktypen.find((one) => one.identificatie === identificatie)
  if (!zaaktype) throw new Error(`There is no zaaktype ${identificatie}`)
  return zaaktype
}
