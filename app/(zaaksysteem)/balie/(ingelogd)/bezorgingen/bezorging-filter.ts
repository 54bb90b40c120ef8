import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { BEZORGINGEN } from '../paths.ts'

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const datetime = optional(z.string().refine((text) => parseDatetimeLocal(text) !== undefined))

const schema = z.object({
  zoek: optional(z.string().trim().min(1).max(100)),
  abonnement: optional(z.uuid()),
  status: optional(z.enum(['wachtend', 'bezorgd', 'mislukt', 'overgeslagen'])),
  type: optional(z.string().min(1).max(200)),
  van: datetime,
  tot: datetime,
  cursor: optional(z.string().min(1).max(500)),
})

/** What the address asks for, as it stands there. */
export type BezorgingFields = z.infer<typeof schema>

/** A value that makes no sense counts as absent: an old link still opens the list. */
export function readBezorgingFields(searchParams: Record<string, string | string[] | undefined>): BezorgingFields {
  const single = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return schema.parse(Object.fromEntries(single))
}

export function isFiltered({ cursor: _, ...filters }: BezorgingFields): boolean {
  return Object.values(filters).some(Boolean)
}

/** What the use case is asked. */
export function toBezorgingFilter({ abonnement, van, tot, ...rest }: BezorgingFields) {
  return {
    ...rest,
    abonnementId: abonnement,
    van: van ? parseDatetimeLocal(van) : undefined,
    tot: tot ? parseDatetimeLocal(tot) : undefined,
  }
}

export function bezorgingenHref(fields: BezorgingFields): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${BEZORGINGEN}?${query}` : BEZORGINGEN
}
