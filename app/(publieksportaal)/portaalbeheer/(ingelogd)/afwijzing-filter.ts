import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'

export const ROOT = '/portaalbeheer'
/** Where the list begins, so that turning a page does not lead back to the top. */
export const LIJST = 'lijst'

const optioneel = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const tijdstip = optioneel(z.string().refine((text) => parseDatetimeLocal(text) !== undefined))

const schema = z.object({
  bron: optioneel(z.string().trim().min(1).max(200)),
  reden: optioneel(z.string().regex(/^[a-z_]{1,50}$/)),
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

/** What the use case is asked. A minute in the form is all of that minute. */
export function toAfwijzingQuery({ van, tot, ...rest }: Zoekopdracht) {
  return {
    ...rest,
    van: van ? parseDatetimeLocal(van) : undefined,
    tot: tot ? endOfMinute(parseDatetimeLocal(tot)) : undefined,
  }
}

const LAST_MS_OF_MINUTE = 59_999

function endOfMinute(instant: Date | undefined): Date | undefined {
  return instant && new Date(instant.getTime() + LAST_MS_OF_MINUTE)
}

export function lijstHref(zoekopdracht: Zoekopdracht): string {
  const query = new URLSearchParams(
    Object.entries(zoekopdracht).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return `${ROOT}${query.size > 0 ? `?${query}` : ''}#${LIJST}`
}
