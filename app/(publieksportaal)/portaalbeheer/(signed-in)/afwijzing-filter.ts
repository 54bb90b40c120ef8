import { z } from 'zod'
import { hrefWith, optional, optionalCursor, period } from '#lib/ui/staff/search-params.ts'
import { PORTAALBEHEER } from './paths.ts'

/** `id` of the list, and fragment of the pagination links, so that they do not scroll to the top. */
export const LIST_ID = 'lijst'

/** The fields of the filter, as the URL has them. */
export const afwijzingFields = z.object({
  bron: optional(z.string().trim().min(1).max(200)),
  reden: optional(z.string().regex(/^[a-z_]{1,50}$/)),
  ...period,
  cursor: optionalCursor,
})

export type AfwijzingFields = z.infer<typeof afwijzingFields>

export function afwijzingenHref(fields: AfwijzingFields): string {
  return `${hrefWith(PORTAALBEHEER, fields)}#${LIST_ID}`
}
