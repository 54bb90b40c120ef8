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
import { PORTAALBEHEER } from './paths.ts'

/** `id` of the list: the addresses of its pages end in it, so that turning one does not scroll to the top. */
export const LIST_ID = 'lijst'

const schema = z.object({
  bron: optional(z.string().trim().min(1).max(200)),
  reden: optional(z.string().regex(/^[a-z_]{1,50}$/)),
  ...period,
  cursor: optionalCursor,
})

/** The fields of the filter, as they stand in the address. */
export type AfwijzingFields = z.infer<typeof schema>

export function readAfwijzingFields(searchParams: SearchParams): AfwijzingFields {
  return readSearchParams(schema, searchParams)
}

/** What the use case is asked. */
export function toAfwijzingFilter({ van, tot, ...rest }: AfwijzingFields) {
  return { ...rest, ...toPeriod({ van, tot }) }
}

export function afwijzingenHref(fields: AfwijzingFields): string {
  return `${hrefWith(PORTAALBEHEER, fields)}#${LIST_ID}`
}
