import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'

/** Position of a statuscode among the statustypen, and its texts; the statuscode of a resultaat comes last. */
export function findStatus({ statustypen, resultaattypen }: ZaaktypeResource, statuscode: string) {
  const resultaattype = resultaattypen.find((type) => type.statuscode === statuscode)
  if (resultaattype) return { position: statustypen.length - 1, teksten: resultaattype, isClosed: true }
  const position = statustypen.findIndex(({ code }) => code === statuscode)
  const teksten = statustypen[position]
  return teksten && { position, teksten, isClosed: false }
}
