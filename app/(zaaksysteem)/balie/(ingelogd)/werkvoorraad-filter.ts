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
const tekst = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim().slice(0, max))
    .catch('')

const optioneel = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .optional()
  .catch(undefined)

const schema = z.object({
  zoek: tekst(100),
  zaaktype: optioneel,
  statustype: optioneel,
  behandelaar: z.literal('mij').optional().catch(undefined),
  sorteer: z.enum(SORTERINGEN).optional().catch(undefined),
  richting: z.enum(['op', 'af']).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
})

export type Filter = z.infer<typeof schema> & { sorteer: Sortering; richting: Richting }

const ORDER: Record<WerkvoorraadList, Pick<Filter, 'sorteer' | 'richting'>> = {
  open: { sorteer: 'streefdatum', richting: 'op' },
  mijn: { sorteer: 'streefdatum', richting: 'op' },
  afgehandeld: { sorteer: 'zaaknummer', richting: 'af' },
}

/** What the address asks for. A value that makes no sense counts as absent: an old link still opens the list. */
export function readFilter(lijst: WerkvoorraadList, searchParams: SearchParams): Filter {
  const single = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  const { sorteer, richting, ...rest } = schema.parse(Object.fromEntries(single))
  if (!sorteer) return { ...rest, ...ORDER[lijst] }
  return { ...rest, sorteer, richting: richting ?? 'op' }
}

export function isFiltered({ zoek, zaaktype, statustype, behandelaar }: Filter): boolean {
  return Boolean(zoek || zaaktype || statustype || behandelaar)
}

export function isOwnOrder(lijst: WerkvoorraadList, { sorteer, richting }: Filter): boolean {
  return sorteer === ORDER[lijst].sorteer && richting === ORDER[lijst].richting
}

/** The address of a list; leaves out what is empty and the list's own order. */
export function listHref(lijst: WerkvoorraadList, filter: Filter): string {
  const { sorteer, richting, ...rest } = filter
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(isOwnOrder(lijst, filter) ? rest : { ...rest, sorteer, richting })) {
    if (value) query.set(name, value)
  }
  return query.size > 0 ? `${PATHS[lijst]}?${query}` : PATHS[lijst]
}

/** The link in a column's head: another column starts ascending, the same column turns round. */
export function sortHref(lijst: WerkvoorraadList, filter: Filter, sorteer: Sortering): string {
  const richting = filter.sorteer === sorteer && filter.richting === 'op' ? 'af' : 'op'
  return listHref(lijst, { ...filter, sorteer, richting, cursor: undefined })
}
