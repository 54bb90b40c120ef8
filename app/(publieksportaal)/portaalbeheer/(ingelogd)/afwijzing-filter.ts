import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'

export const ROOT = '/portaalbeheer'
/** Where the list begins, so that turning a page does not lead back to the top. */
export const LIST_ID = 'lijst'

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const datetime = optional(z.string().refine((text) => parseDatetimeLocal(text) !== undefined))

const schema = z.object({
  bron: optional(z.string().trim().min(1).max(200)),
  reden: optional(z.string().regex(/^[a-z_]{1,50}$/)),
  van: datetime,
  tot: datetime,
  cursor: optional(z.string().min(1).max(500)),
})

/** What the address asks for, as it stands there. */
export type AfwijzingFields = z.infer<typeof schema>

/** A value that makes no sense counts as absent: an old link still opens the list. */
export function readAfwijzingFields(searchParams: Record<string, string | string[] | undefined>): AfwijzingFields {
  const single = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return schema.parse(Object.fromEntries(single))
}

export function isFiltered({ cursor: _, ...filters }: AfwijzingFields): boolean {
  return Object.values(filters).some(Boolean)
}

/** What the use case is asked. A minute in the form is all of that minute. */
export function toAfwijzingFilter({ van, tot, ...rest }: AfwijzingFields) {
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

export function afwijzingenHref(fields: AfwijzingFields): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return `${ROOT}${query.size > 0 ? `?${query}` : ''}#${LIST_ID}`
}
