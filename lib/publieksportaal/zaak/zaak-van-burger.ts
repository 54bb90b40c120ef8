import type { StatusResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
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

export type StatusVanZaak = {
  versie: number
  soort: StatusResource['soort']
  statuscode: string
  tijdstip: Date
  toelichting: string | null
}

export const WITH_TIJDLIJN = {
  zaaktype: true,
  statussen: { orderBy: { versie: 'asc' } },
} as const satisfies Prisma.ZaakInclude

export function toZaakVanBurger(row: Prisma.ZaakGetPayload<{ include: typeof WITH_TIJDLIJN }>): ZaakVanBurger {
  return {
    id: row.id,
    identificatie: row.identificatie,
    omschrijving: row.omschrijving,
    team: row.team,
    startdatum: isoDate(row.startdatum),
    einddatumGepland: isoDate(row.einddatumGepland),
    uiterlijkeEinddatum: isoDate(row.uiterlijkeEinddatum),
    einddatum: row.einddatum && isoDate(row.einddatum),
    statuscode: row.statuscode,
    versie: row.versie,
    gezienVersie: row.gezienVersie,
    bijgewerktOp: row.bijgewerktOp,
    zaaktype: row.zaaktype.gegevens as unknown as ZaaktypeResource,
    statussen: row.statussen.map(({ versie, soort, statuscode, tijdstip, toelichting }) => ({
      versie,
      soort,
      statuscode,
      tijdstip,
      toelichting,
    })),
  }
}
