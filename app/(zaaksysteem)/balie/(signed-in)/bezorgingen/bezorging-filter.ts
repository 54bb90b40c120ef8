import { z } from 'zod'
import {
  hrefWith,
  optional,
  optionalCursor,
  period,
  readSearchParams,
  type SearchParams,
  toPeriod,
} from '#lib/ui/staff/search-params.ts'
import { BEZORGINGEN } from '../paths.ts'

const schema = z.object({
  zoek: optional(z.string().trim().min(1).max(100)),
  abonnement: optional(z.uuid()),
  status: optional(z.enum(['wachtend', 'bezorgd', 'mislukt', 'overgeslagen'])),
  type: optional(z.string().min(1).max(200)),
  ...period,
  cursor: optionalCursor,
})

/** The fields of the filter, as they stand in the address. */
type BezorgingFields = z.infer<typeof schema>

export function readBezorgingFields(searchParams: SearchParams): BezorgingFields {
  return readSearchParams(schema, searchParams)
}

/** What the use case is asked. */
export function toBezorgingFilter({ abonnement, van, tot, ...rest }: BezorgingFields) {
  return {
    ...rest,
    abonnementId: abonnement,
    ...toPeriod({ van, tot }),
  }
}

export function bezorgingenHref(fields: BezorgingFields): string {
  return hrefWith(BEZORGINGEN, fields)
}
