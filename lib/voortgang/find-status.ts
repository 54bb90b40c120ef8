import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'

/**
 * For a statuscode that our copy of the zaaktype lacks. It can mean anything, so it promises nothing and asks
 * nothing.
 */
const ONBEKEND = {
  omschrijving: inBothTalen((t) => t.statusOnbekend.omschrijving),
  antwoord: inBothTalen((t) => t.statusOnbekend.antwoord),
  statustekst: inBothTalen((t) => t.statusOnbekend.statustekst),
  handeling: null,
}

/**
 * Returns the position of a statuscode among the statustypen, and its texts. A resultaat has the last
 * position. An unknown statuscode has no position and the texts of `ONBEKEND`: it comes from outside, and
 * must not break a page.
 */
export function findStatus({ statustypen, resultaattypen }: ZaaktypeResource, statuscode: string) {
  const resultaattype = resultaattypen.find((type) => type.statuscode === statuscode)
  if (resultaattype) return { position: statustypen.length - 1, teksten: resultaattype, isClosed: true }
  const position = statustypen.findIndex(({ code }) => code === statuscode)
  const teksten = statustypen[position]
  return teksten ? { position, teksten, isClosed: false } : { position: null, teksten: ONBEKEND, isClosed: false }
}
