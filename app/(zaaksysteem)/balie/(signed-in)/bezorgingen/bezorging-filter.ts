import { z } from 'zod'
import { hrefWith, optional, optionalCursor, period, toPeriod } from '#lib/ui/staff/search-params.ts'
import { BEZORGINGEN } from '../paths.ts'

export const bezorgingFields = z.object({
  zoek: optional(z.string().trim().min(1).max(100)),
  abonnement: optional(z.uuid()),
  status: optional(z.enum(['wachtend', 'bezorgd', 'mislukt', 'overgeslagen'])),
  type: optional(z.string().min(1).max(200)),
  ...period,
  cursor: optionalCursor,
})

type BezorgingFields = z.infer<typeof bezorgingFields>

export function toBezorgingFilter({ abonnement: abonnementId, van, tot, ...rest }: BezorgingFields) {
  return { ...rest, abonnementId, ...toPeriod({ van, tot }) }
}

export function bezorgingenHref(fields: BezorgingFields): string {
  return hrefWith(BEZORGINGEN, fields)
}
