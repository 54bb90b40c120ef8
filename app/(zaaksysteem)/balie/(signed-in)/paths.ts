import { hrefWith } from '#lib/ui/staff/search-params.ts'
import type { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspad } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'

/** Query parameters of a zaak's page: the list it was opened from, and the act just performed. */
type ZaakQuery = { terug?: string | undefined; gedaan?: keyof typeof handelingen.gedaan | Handelingspad }

export const TEAMS = '/balie/teams'
export const ZOEKEN = '/balie/zoeken'
export const BSN_ZOEKEN = `${ZOEKEN}/bsn`
export const NIEUWE_ZAAK = '/balie/zaken/nieuw'
export const zaakPath = (id: string, query: ZaakQuery = {}) => hrefWith(`/balie/zaken/${id}`, query)
export const vertrouwelijkPath = (id: string) => `${zaakPath(id)}/vertrouwelijk`
export const notitiePath = (zaakId: string, id: string) => `${zaakPath(zaakId)}/notities/${id}`
export const internDocumentPath = (zaakId: string) => `${zaakPath(zaakId)}/intern-document`
export const aanhoudenPath = (id: string) => `${zaakPath(id)}/aanhouden`
export const briefPath = (id: string) => `${zaakPath(id)}/brief`
export const briefPdfPath = (id: string) => `${briefPath(id)}/pdf`
export const handelingPath = (id: string, pad: string, query: ZaakQuery = {}) =>
  hrefWith(`/balie/zaken/${id}/${pad}`, query)

export const ABONNEMENTEN = '/balie/abonnementen'
export const abonnementPath = (id: string) => `${ABONNEMENTEN}/${id}`

export const BEZORGINGEN = '/balie/bezorgingen'
export const bezorgingPath = (id: string) => `${BEZORGINGEN}/${id}`

export const ZAAKTYPEN = '/balie/zaaktypen'
export const NIEUW_ZAAKTYPE = `${ZAAKTYPEN}/nieuw`
export const ZAAKTYPE_IMPORTEREN = `${ZAAKTYPEN}/importeren`
export const zaaktypePath = (identificatie: string) => `${ZAAKTYPEN}/${identificatie}`
export const conceptPath = (identificatie: string) => `${zaaktypePath(identificatie)}/concept`

export const TEAMLIJST = `${ZAAKTYPEN}/teams`
export const teamPath = (code: string) => `${TEAMLIJST}/${encodeURIComponent(code)}`
export const DWANGSOMBEDRAGEN = `${ZAAKTYPEN}/dwangsom`
export const HERBEREKENEN = `${ZAAKTYPEN}/herberekenen`
export const herberekeningPath = (id: string) => `${HERBEREKENEN}/${id}`

export const BULK = '/balie/bulk'
export const bulkPath = (opdrachtId: string) => `${BULK}/${opdrachtId}`
export const bulkHandelingPath = (opdrachtId: string, handeling: string) => `${BULK}/${opdrachtId}/${handeling}`

export const AUDIT = '/balie/audit'
export const AUDIT_BESTAND = `${AUDIT}/bestand`

export const INZAGE = '/balie/inzage'
export const INZAGE_BESTAND = `${INZAGE}/bestand`

export const DATALEKKEN = '/balie/datalekken'
export const datalekPath = (zaakId: string, versie: number) => `${DATALEKKEN}/${zaakId}/${versie}`

export const VERNIETIGING = '/balie/vernietiging'
export const NIEUWE_LIJST = `${VERNIETIGING}/nieuw`
export const VERWIJDERDE_ZAKEN = `${VERNIETIGING}/verwijderd`
export const VERWIJDERDE_ZAKEN_BESTAND = `${VERWIJDERDE_ZAKEN}/bestand`
export const lijstPath = (id: string) => `${VERNIETIGING}/${id}`
export const goedkeurenPath = (id: string) => `${lijstPath(id)}/goedkeuren`
export const afwijzenPath = (id: string) => `${lijstPath(id)}/afwijzen`
export const verklaringPath = (id: string) => `${lijstPath(id)}/verklaring`
export const regelPath = (lijstId: string, zaakId: string) => `${lijstPath(lijstId)}/zaken/${zaakId}`

export const BEHANDELAARS = '/balie/behandelaars'
export const sessiesPath = (id: string) => `${BEHANDELAARS}/${id}/sessies`

export const API_CLIENTS = '/balie/api-clients'
export const NIEUWE_API_CLIENT = `${API_CLIENTS}/nieuw`
export const apiClientPath = (id: string) => `${API_CLIENTS}/${id}`
export const tokenPath = (id: string, tokenId: string) => `${apiClientPath(id)}/token/${tokenId}`

export const SLEUTELS = '/balie/sleutels'
export const DIRECT = `${SLEUTELS}/direct`

export const SIGNALERINGEN = '/balie/signaleringen'
