import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { BEZORGINGEN } from '../paths.ts'

const optioneel = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const tijdstip = optioneel(z.string().refine((text) => parseDatetimeLocal(text) !== undefined))

const schema = z.object({
  zoek: optioneel(z.string().trim().min(1).max(100)),
  abonnement: optioneel(z.uuid()),
  status: optioneel(z.enum(['wachtend', 'bezorgd', 'mislukt', 'overgeslagen'])),
  type: optioneel(z.string().min(1).max(200)),
  van: tijdstip,
  tot: tijdstip,
  cursor: optioneel(z.string().min(1).max(500)),
})

/** What the address asks for, as it stands there. */
export type Zoekopdracht = z.infer<typeof schema>

/** A value that makes no sense counts as absent: an old link still opens the list. */
export function readZoekopdracht(searchParams: Record<string, string | string[] | undefined>): Zoekopdracht {
  const single = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return schema.parse(Object.fromEntries(single))
}

export function isFiltered({ cursor: _, ...filters }: Zoekopdracht): boolean {
  return Object.values(filters).some(Boolean)
}

/** What the use case is asked. */
export function toBezorgingQuery({ abonnement, van, tot, ...rest }: Zoekopdracht) {
  return {
    ...rest,
    abonnementId: abonnement,
    van: van ? parseDatetimeLocal(van) : undefined,
    tot: tot ? parseDatetimeLocal(tot) : undefined,
  }
}

export function bezorgingenHref(zoekopdracht: Zoekopdracht): string {
  const query = new URLSearchParams(
    Object.entries(zoekopdracht).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return query.size > 0 ? `${BEZORGINGEN}?${query}` : BEZORGINGEN
}
