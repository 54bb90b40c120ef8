import { z } from 'zod'
import { optional, optionalCursor, period, toPeriod } from '#lib/ui/staff/search-params.ts'
import type { VerwijderdeZaakFilter } from '#lib/zaaksysteem/zaak/bewaren/find-verwijderde-zaken.ts'

export const verwijderdFields = z.object({
  zoek: optional(z.string().trim().min(1).max(40)),
  zaaktype: optional(z.string().min(1).max(100)),
  grond: optional(z.enum(['bewaartermijn', 'vergissing'])),
  ...period,
  cursor: optionalCursor,
})

export function toVerwijderdeZaakFilter({
  zoek,
  zaaktype,
  grond,
  ...fields
}: z.infer<typeof verwijderdFields>): VerwijderdeZaakFilter {
  return { zoek, zaaktype, grond, ...toPeriod(fields) }
}
