import { hrefWith } from '#lib/ui/staff/search-params.ts'
import type { handelingen } from '#lib/ui/texts/balie/handelingen.ts'

export const ABONNEMENTEN = '/balie/abonnementen'
export const BEZORGINGEN = '/balie/bezorgingen'
export const NIEUWE_ZAAK = '/balie/zaken/nieuw'

export const abonnementPath = (id: string) => `${ABONNEMENTEN}/${id}`
/** What the address of a zaak carries: the list that it was opened from, and the act that was just done. */
type ZaakQuery = { terug?: string | undefined; gedaan?: keyof typeof handelingen.gedaan }

export const zaakPath = (id: string, query: ZaakQuery = {}) => hrefWith(`/balie/zaken/${id}`, query)
export const vertrouwelijkPath = (id: string) => `${zaakPath(id)}/vertrouwelijk`
export const handelingPath = (id: string, pad: string, query: ZaakQuery = {}) =>
  hrefWith(`/balie/zaken/${id}/${pad}`, query)
export const bezorgingPath = (id: string) => `${BEZORGINGEN}/${id}`
/** The message check of what an attempt sent. */
export const controlePath = (bezorging: string, poging: number) =>
  hrefWith('/ontwikkelaars/controle', { bezorging, poging: String(poging) })
