import { z } from 'zod'
import {
  hrefWith,
  isFiltered,
  optional,
  optionalCursor,
  readSearchParams,
  type SearchParams,
} from '#lib/ui/staff/search-params.ts'
import { type Richting, SORT_KEYS, type Sortering } from '#lib/zaaksysteem/balie/werkvoorraad/werkvoorraad-sort.ts'

export type WerkvoorraadList = 'open' | 'mijn' | 'afgehandeld'

export const PATHS: Record<WerkvoorraadList, string> = {
  open: '/balie',
  mijn: '/balie/mijn',
  afgehandeld: '/balie/afgehandeld',
}

const MAX_ZOEK = 100
const SORTERINGEN = Object.keys(SORT_KEYS) as Sortering[]

const code = optional(z.string().regex(/^[\w-]{1,80}$/))

const schema = z.object({
  // PostgreSQL takes no NUL in a text
  zoek: z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim().slice(0, MAX_ZOEK))
    .catch(''),
  zaaktype: code,
  statustype: code,
  behandelaar: optional(z.enum(['mij', 'niemand'])),
  sorteer: optional(z.enum(SORTERINGEN)),
  richting: optional(z.enum(['op', 'af'])),
  cursor: optionalCursor,
})

/** The fields of the filter and the order, as they stand in the address. */
export type WerkvoorraadFields = z.infer<typeof schema> & { sorteer: Sortering; richting: Richting }

const ORDER: Record<WerkvoorraadList, Pick<WerkvoorraadFields, 'sorteer' | 'richting'>> = {
  open: { sorteer: 'streefdatum', richting: 'op' },
  mijn: { sorteer: 'streefdatum', richting: 'op' },
  afgehandeld: { sorteer: 'zaaknummer', richting: 'af' },
}

export function readWerkvoorraadFields(list: WerkvoorraadList, searchParams: SearchParams): WerkvoorraadFields {
  const { sorteer, richting, ...rest } = readSearchParams(schema, searchParams)
  if (!sorteer) return { ...rest, ...ORDER[list] }
  return { ...rest, sorteer, richting: richting ?? 'op' }
}

/** The order leaves nothing out of the list. */
export function isWerkvoorraadFiltered({ sorteer: _, richting: __, ...filters }: WerkvoorraadFields): boolean {
  return isFiltered(filters)
}

export function isOwnOrder(list: WerkvoorraadList, { sorteer, richting }: WerkvoorraadFields): boolean {
  return sorteer === ORDER[list].sorteer && richting === ORDER[list].richting
}

/** The address of a list; leaves out what is empty and the list's own order. */
export function listHref(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  const { sorteer, richting, ...rest } = fields
  return hrefWith(PATHS[list], isOwnOrder(list, fields) ? rest : { ...rest, sorteer, richting })
}

/** The link in a column's head: another column starts ascending, the same column turns round. */
export function sortHref(list: WerkvoorraadList, fields: WerkvoorraadFields, sorteer: Sortering): string {
  const richting = fields.sorteer === sorteer && fields.richting === 'op' ? 'af' : 'op'
  return listHref(list, { ...fields, sorteer, richting, cursor: undefined })
}
