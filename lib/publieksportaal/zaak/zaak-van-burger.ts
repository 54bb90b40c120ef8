import type { DocumentResource, StatusResource, ZaakResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { isoDate } from '#lib/platform/calendar.ts'
import type { Prisma } from '../generated/client.ts'

/** The members of a fetched zaak that the portal keeps as they are. */
export type ZaakGegevens = Omit<
  ZaakResource,
  'uuid' | 'initiator' | 'besluit' | 'zaaktype' | 'statussen' | 'status' | 'versie'
>

/** A zaak as its citizen may see it. Dates are `yyyy-mm-dd`. */
export type ZaakVanBurger = Omit<ZaakGegevens, 'documenten'> & {
  id: string
  /** ids of aanvullingen that the citizen reported as sent and did not take back */
  gemeld: string[]
  /** the documents that the citizen may read, each from its day on, oldest first */
  documenten: DocumentVanBurger[]
  statuscode: string
  versie: number
  /** the versie that the citizen has had on screen */
  gezienVersie: number
  /** when the newest status was set */
  bijgewerktOp: Date
  zaaktype: ZaaktypeResource
  /** oldest first */
  statussen: StatusVanZaak[]
}

export type DocumentVanBurger = Omit<DocumentResource, 'grootte' | 'sha256'> & {
  /** in bytes; null when not known */
  grootte: number | null
  /** in hex; null for a document in the ZGW registratie */
  sha256: string | null
  /** for a document in the ZGW registratie: its soort, when known, and its file name */
  zgw?: { soort: string | null; naam: string }
}

/** A row of the history, with its moment as a Date. */
export type StatusVanZaak = Omit<StatusResource, 'gebeurtenisId' | 'datumStatusGezet'> & { datumStatusGezet: Date }

/** The uitkomst of an inzending that the zaaksysteem can never accept: it counts as not sent. */
export const REFUSED = 'refused'

export const WITH_TIJDLIJN = {
  zaaktype: true,
  statussen: { orderBy: { versie: 'asc' } },
  inzendingen: {
    where: { soort: 'aanvulling', teruggenomenOp: null, OR: [{ uitkomst: null }, { uitkomst: { not: REFUSED } }] },
    select: { burgerId: true, aanvullingen: true },
    orderBy: { id: 'asc' },
  },
} as const satisfies Prisma.ZaakInclude

type Row = Prisma.ZaakGetPayload<{ include: typeof WITH_TIJDLIJN }>

export function toZaakVanBurger(row: Row): ZaakVanBurger {
  return {
    ...(row.gegevens as ZaakGegevens),
    id: row.id,
    gemeld: gemeldOf(row),
    statuscode: row.statuscode,
    versie: row.versie,
    gezienVersie: row.gezienVersie,
    bijgewerktOp: row.bijgewerktOp,
    zaaktype: zaaktypeOf(row),
    statussen: row.statussen.map(({ gebeurtenisId: _, zaakId: __, ...status }) => ({
      ...status,
      soort: status.soort as StatusVanZaak['soort'],
      gebeurdOp: status.gebeurdOp && isoDate(status.gebeurdOp),
      einddatumGepland: status.einddatumGepland && isoDate(status.einddatumGepland),
      uiterlijkeEinddatumAfdoening: status.uiterlijkeEinddatumAfdoening && isoDate(status.uiterlijkeEinddatumAfdoening),
    })),
  }
}

/** Adds defaults for parts that an older copy of the zaaktype lacks. */
function zaaktypeOf({ zaaktype: { identificatie, versie, gegevens } }: Row): ZaaktypeResource {
  return {
    identificatie,
    versie,
    omschrijving: { nl: identificatie, en: identificatie },
    intrekken: null,
    inleveren: null,
    bezwaar: null,
    geenDwangsom: null,
    opschortingsredenen: [],
    informatieobjecttypen: [],
    statustypen: [],
    resultaattypen: [],
    ...(gegevens as Partial<ZaaktypeResource>),
  }
}

/** Leaves out the inzendingen of a previous citizen of the zaak. */
function gemeldOf({ burgerId, inzendingen }: Row): string[] {
  return inzendingen.flatMap((one) =>
    one.burgerId === burgerId ? (one.aanvullingen as { id: string }[]).map(({ id }) => id) : [],
  )
}
