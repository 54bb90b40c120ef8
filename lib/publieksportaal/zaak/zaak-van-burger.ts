import type { DocumentResource, StatusResource, ZaakResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { isoDate } from '#lib/platform/calendar.ts'
import type { Prisma } from '../generated/client.ts'

/** A zaak as its citizen may see it. Dates are `yyyy-mm-dd`. */
export type ZaakVanBurger = {
  id: string
  identificatie: string
  omschrijving: string
  team: string
  startdatum: string
  einddatumGepland: string
  uiterlijkeEinddatum: string
  einddatum: string | null
  opschorting: ZaakResource['opschorting']
  /** what the citizen is asked to send now */
  aanvullingen: ZaakResource['aanvullingen']
  /** ids of aanvullingen that the citizen reported as sent and did not take back */
  gemeld: string[]
  /** oldest first */
  besluiten: ZaakResource['besluiten']
  /** the documents that the citizen may read, each from its day on, oldest first */
  documenten: DocumentVanBurger[]
  /** set when the citizen wrote that the besluit is late */
  ingebrekestelling: ZaakResource['ingebrekestelling']
  /** set when the request was granted by law and not bekendgemaakt yet */
  vanRechtswege: ZaakResource['vanRechtswege']
  /** set when it was sent on to another bestuursorgaan */
  doorzending: ZaakResource['doorzending']
  /** set when a draft of the besluit is or was on display */
  ontwerp: ZaakResource['ontwerp']
  /** messages that others may see say only that there is news */
  gevoelig: boolean
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

export type StatusVanZaak = {
  versie: number
  soort: StatusResource['soort']
  statuscode: string
  tijdstip: Date
  /** `yyyy-mm-dd`, the day that counts; null when it is that of `tijdstip`, or not known */
  gebeurdOp?: string | null
  toelichting: string | null
  /** code of an opschortingsreden of the zaaktype */
  reden: string | null
  /** both dates as they were after this row; null when they are not known */
  einddatumGepland: string | null
  uiterlijkeEinddatum: string | null
}

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
    id: row.id,
    identificatie: row.identificatie,
    omschrijving: row.omschrijving,
    team: row.team,
    startdatum: isoDate(row.startdatum),
    einddatumGepland: isoDate(row.einddatumGepland),
    uiterlijkeEinddatum: isoDate(row.uiterlijkeEinddatum),
    einddatum: row.einddatum && isoDate(row.einddatum),
    opschorting: opschortingOf(row),
    aanvullingen: row.aanvullingen as ZaakResource['aanvullingen'],
    gemeld: gemeldOf(row),
    besluiten: row.besluiten as ZaakResource['besluiten'],
    documenten: row.documenten as DocumentVanBurger[],
    ingebrekestelling: row.ingebrekestelling as ZaakResource['ingebrekestelling'],
    vanRechtswege: row.vanRechtswege as ZaakResource['vanRechtswege'],
    doorzending: row.doorzending as ZaakResource['doorzending'],
    ontwerp: row.ontwerp as ZaakResource['ontwerp'],
    gevoelig: row.gevoelig,
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
      uiterlijkeEinddatum: status.uiterlijkeEinddatum && isoDate(status.uiterlijkeEinddatum),
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

function opschortingOf({ opschorting, opgeschortOp, opgeschortTot }: Row): ZaakResource['opschorting'] {
  if (!opschorting || !opgeschortOp || !opgeschortTot) return null
  return { soort: opschorting, op: isoDate(opgeschortOp), tot: isoDate(opgeschortTot) }
}
