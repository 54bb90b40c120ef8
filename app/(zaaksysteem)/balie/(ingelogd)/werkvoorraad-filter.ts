import { z } from 'zod'
import { type Richting, SORT_KEYS, type Sortering } from '#lib/zaaksysteem/balie/werkvoorraad/werkvoorraad-sort.ts'

export type WerkvoorraadList = 'open' | 'mijn' | 'afgehandeld'

export const PATHS: Record<WerkvoorraadList, string> = {
  open: '/balie',
  mijn: '/balie/mijn',
  afgehandeld: '/balie/afgehandeld',
}

export type SearchParams = Record<string, string | string[] | undefined>

const SORTERINGEN = Object.keys(SORT_KEYS) as Sortering[]

/** PostgreSQL takes no NUL in a text. */
const text = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim().slice(0, max))
    .catch('')

const optional = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .optional()
  .catch(undefined)

const schema = z.object({
  zoek: text(100),
  zaaktype: optional,
  statustype: optional,
  behandelaar: z.literal('mij').optional().catch(undefined),
  sorteer: z.enum(SORTERINGEN).optional().catch(undefined),
  richting: z.enum(['op', 'af']).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
})

export type WerkvoorraadFields = z.infer<typeof schema> & { sorteer: Sortering; richting: Richting }

const ORDER: Record<WerkvoorraadList, Pick<WerkvoorraadFields, 'sorteer' | 'richting'>> = {
  open: { sorteer: 'streefdatum', richting: 'op' },
  mijn: { sorteer: 'streefdatum', richting: 'op' },
  afgehandeld: { sorteer: 'zaaknummer', richting: 'af' },
}

/** What the address asks for. A value that makes no sense counts as absent: an old link still opens the list. */
export function readWerkvoorraadFields(list: WerkvoorraadList, searchParams: SearchParams): WerkvoorraadFields {
  const single = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  const { sorteer, richting, ...rest } = schema.parse(Object.fromEntries(single))
  if (!sorteer) return { ...rest, ...ORDER[list] }
  return { ...rest, sorteer, richting: richting ?? 'op' }
}

export function isFiltered({ zoek, zaaktype, statustype, behandelaar }: WerkvoorraadFields): boolean {
  return Boolean(zoek || zaaktype || statustype || behandelaar)
}

export function isOwnOrder(list: WerkvoorraadList, { sorteer, richting }: WerkvoorraadFields): boolean {
  return sorteer === ORDER[list].sorteer && richting === ORDER[list].richting
}

/** The address of a list; leaves out what is empty and the list's own order. */
export function listHref(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  const { sorteer, richting, ...rest } = fields
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(isOwnOrder(list, fields) ? rest : { ...rest, sorteer, richting })) {
    if (value) query.set(name, value)
  }
  return query.size > 0 ? `${PATHS[list]}?${query}` : PATHS[list]
}

/** The link in a column's head: another column starts ascending, the same column turns round. */
export function sortHref(list: WerkvoorraadList, fields: WerkvoorraadFields, sorteer: Sortering): string {
  const richting = fields.sorteer === sorteer && fields.richting === 'op' ? 'af' : 'op'
  return listHref(list, { ...fields, sorteer, richting, cursor: undefined })
}
