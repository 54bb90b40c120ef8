import { z } from 'zod'
import {
  hrefWith,
  isFiltered,
  optional,
  optionalCursor,
  readSearchParams,
  type SearchParams,
} from '#lib/ui/staff/search-params.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { OPSCHORTINGEN, TERMIJNEN } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-filter.ts'
import { type Richting, SORT_KEYS, type Sortering } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-sort.ts'
import { openZoek, readZoekInAdres } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import type { WerkvoorraadList } from './werkvoorraad-columns.ts'

export type { WerkvoorraadList }

export const PATHS: Record<WerkvoorraadList, string> = {
  open: '/balie',
  mijn: '/balie/mijn',
  afgehandeld: '/balie/afgehandeld',
}

const LISTS = Object.keys(PATHS) as WerkvoorraadList[]

/** The maximum length of a search text. */
export const MAX_ZOEK = 100

const SORTERINGEN = Object.keys(SORT_KEYS) as Sortering[]

const code = optional(z.string().regex(/^[\w-]{1,80}$/))

const schema = z.object({
  zoek: z.string().trim().transform(readZoekInAdres).catch(''),
  team: optional(z.string().regex(/^[^\0]{1,100}$/)),
  zaaktype: code,
  statustype: code,
  behandelaar: optional(z.union([z.enum(['mij', 'niemand']), z.uuid()])),
  termijn: optional(z.enum(TERMIJNEN)),
  opgeschort: optional(z.enum(OPSCHORTINGEN)),
  sorteer: optional(z.enum(SORTERINGEN)),
  richting: optional(z.enum(['op', 'af'])),
  cursor: optionalCursor,
})

/** The query parameters of filter and order. */
export type WerkvoorraadFields = z.infer<typeof schema> & {
  sorteer: Sortering
  richting: Richting
}

type Order = Pick<WerkvoorraadFields, 'sorteer' | 'richting'>

/** The order that nobody chose: of zaken with a filter on their fatale datum by that date. */
function ownOrder(list: WerkvoorraadList, { termijn }: Pick<WerkvoorraadFields, 'termijn'>): Order {
  if (list === 'afgehandeld') return { sorteer: 'zaaknummer', richting: 'af' }
  const isByFataleDatum = termijn && termijn !== 'na_streefdatum'
  return { sorteer: isByFataleDatum ? 'fataledatum' : 'streefdatum', richting: 'op' }
}

export function readWerkvoorraadFields(list: WerkvoorraadList, searchParams: SearchParams): WerkvoorraadFields {
  const { sorteer, richting, ...filters } = readSearchParams(schema, searchParams)
  if (!sorteer) return { ...filters, ...ownOrder(list, filters) }
  return { ...filters, sorteer, richting: richting ?? 'op' }
}

export function isWerkvoorraadFiltered({ sorteer: _, richting: __, ...filters }: WerkvoorraadFields): boolean {
  return isFiltered(filters)
}

export function isOwnOrder(list: WerkvoorraadList, fields: WerkvoorraadFields): boolean {
  const own = ownOrder(list, fields)
  return fields.sorteer === own.sorteer && fields.richting === own.richting
}

/** The URL of a list, without empty values and an order that nobody chose. */
export function listHref(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  const { sorteer, richting, ...rest } = fields
  return hrefWith(PATHS[list], isOwnOrder(list, fields) ? rest : { ...rest, sorteer, richting })
}

/** The URL of the list without a search text that cannot be unsealed any more, with a notice of that. */
export function unreadableHref(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  const href = filterHref(list, fields, { zoek: '' })
  return `${href}${href.includes('?') ? '&' : '?'}gedaan=zoek_verlopen`
}

/** The part of the URL that a weergave stores: all but the page. */
export function listQuery(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  return listHref(list, { ...fields, cursor: undefined }).split('?')[1] ?? ''
}

/** The link of a chip: sets or clears one filter, and starts at the first page. A chosen order stays. */
export function filterHref(list: WerkvoorraadList, fields: WerkvoorraadFields, change: Partial<WerkvoorraadFields>) {
  const changed = { ...fields, ...change, cursor: undefined }
  return listHref(list, isOwnOrder(list, fields) ? { ...changed, ...ownOrder(list, changed) } : changed)
}

/** The link of a column's head: ascending first, reversed for the current column. */
export function sortHref(list: WerkvoorraadList, fields: WerkvoorraadFields, sorteer: Sortering): string {
  const richting = fields.sorteer === sorteer && fields.richting === 'op' ? 'af' : 'op'
  return listHref(list, { ...fields, sorteer, richting, cursor: undefined })
}

type Lezer = Pick<SignedInBehandelaar, 'id' | 'sessieId'>

/** Returns the query for the use case; `undefined` when the search text cannot be unsealed any more. */
export function toWerkvoorraadQuery(
  ctx: Pick<ZaaksysteemContext, 'env'>,
  list: WerkvoorraadList,
  fields: WerkvoorraadFields,
  { id: behandelaarId, sessieId }: Lezer,
) {
  const { behandelaar, statustype, termijn, opgeschort, ...rest } = fields
  const zoek = openZoek(ctx, fields.zoek, sessieId)
  if (zoek === undefined) return undefined
  const chosen = list === 'mijn' ? 'mij' : behandelaar
  const afgehandeld = list === 'afgehandeld'
  return {
    ...rest,
    zoek,
    ...(!afgehandeld && { statustype, termijn, opgeschort }),
    behandelaarId: chosen === 'niemand' ? null : chosen === 'mij' ? behandelaarId : chosen,
    afgehandeld,
  }
}

/** Reads the list that a zaak was opened from; the werkvoorraad by default. */
export function readTerug(terug: string | undefined): { list: WerkvoorraadList; href: string } {
  const base = 'http://localhost'
  const url = URL.parse(terug ?? '', base)
  const list = LISTS.find((name) => url?.origin === base && url.pathname === PATHS[name])
  if (!url || !list) return { list: 'open', href: PATHS.open }
  return { list, href: listHref(list, readWerkvoorraadFields(list, Object.fromEntries(url.searchParams))) }
}

/** The query parameters that select all pages of a list, for `readWholeList`. */
export function wholeList(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  return `${new URLSearchParams({ lijst: list })}&${listQuery(list, fields)}`
}

export function exportHref(list: WerkvoorraadList, fields: WerkvoorraadFields): string {
  return `/balie/export?${wholeList(list, fields)}`
}

/** Returns the query for all pages of a list, and the list's URL. */
export function readWholeList(ctx: Pick<ZaaksysteemContext, 'env'>, searchParams: URLSearchParams, lezer: Lezer) {
  const list = LISTS.find((name) => name === searchParams.get('lijst')) ?? 'open'
  const fields = readWerkvoorraadFields(list, Object.fromEntries(searchParams))
  return { query: toWerkvoorraadQuery(ctx, list, fields, lezer), href: listHref(list, fields) }
}
