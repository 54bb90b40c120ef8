import { z } from 'zod'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { parseDatetimeLocal } from './datetime-local.ts'

export type SearchParams = Record<string, string | string[] | undefined>

/** An invalid value counts as absent, so that an old link still opens its list. */
export const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const optionalMinute = optional(z.string().refine((text) => parseDatetimeLocal(text) !== undefined))

/** The fields of a filter for a period, each with a precision of a minute. */
export const period = { van: optionalMinute, tot: optionalMinute }

/** Returns the period, including the whole minute of `tot`. */
export function toPeriod({ van, tot }: z.infer<z.ZodObject<typeof period>>) {
  const lastMinute = tot && parseDatetimeLocal(tot)
  return {
    van: van ? parseDatetimeLocal(van) : undefined,
    tot: lastMinute ? new Date(lastMinute.getTime() + MINUTE_MS) : undefined,
  }
}

/** The cursor of a page; only the query that made it can read it. */
export const optionalCursor = optional(z.string().min(1).max(500))

/** Parses the search parameters. The first value of a repeated parameter counts. */
export function readSearchParams<T>(schema: z.ZodType<T>, searchParams: SearchParams): T {
  const single = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return schema.parse(Object.fromEntries(single))
}

/** True when the fields of a filter exclude anything from its list; a cursor does not. */
export function isFiltered({ cursor: _, ...filters }: Record<string, string | undefined>): boolean {
  return Object.values(filters).some(Boolean)
}

/** Returns the address of a list with these fields, without the empty ones. */
export function hrefWith(path: string, fields: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}
