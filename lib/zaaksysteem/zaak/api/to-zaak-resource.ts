import { type ZaakResource, type ZaaktypeResource, zaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { isoDate } from '#lib/platform/calendar.ts'
import { findZaaktype, ZAAKTYPEN } from '../../catalogus/catalogus.ts'
import type { Status, Zaak } from '../../generated/client.ts'

/** Parsing drops the members that only the desk uses. */
const RESOURCES = new Map(ZAAKTYPEN.map((zaaktype) => [zaaktype.identificatie, zaaktypeResource.parse(zaaktype)]))

/** A zaak with its history, oldest first. */
export type ZaakRow = Pick<
  Zaak,
  | 'id'
  | 'identificatie'
  | 'omschrijving'
  | 'versie'
  | 'startdatum'
  | 'einddatumGepland'
  | 'uiterlijkeEinddatum'
  | 'einddatum'
  | 'zaaktype'
  | 'statuscode'
  | 'aanvragerBsn'
> & { statussen: StatusRow[] }

type StatusRow = Pick<Status, 'gebeurtenisId' | 'versie' | 'soort' | 'statuscode' | 'statustoelichting'> & {
  /** text in a row that PostgreSQL makes of JSON */
  datumStatusGezet: Date | string
}

/** The `include` that reads a ZaakRow. */
export const withStatussen = { statussen: { orderBy: { versie: 'asc' } } } as const

export function toZaakResource(zaak: ZaakRow): ZaakResource {
  const zaaktype = findZaaktype(zaak.zaaktype)
  return {
    uuid: zaak.id,
    identificatie: zaak.identificatie,
    omschrijving: zaak.omschrijving,
    versie: zaak.versie,
    startdatum: isoDate(zaak.startdatum),
    einddatumGepland: isoDate(zaak.einddatumGepland),
    uiterlijkeEinddatumAfdoening: isoDate(zaak.uiterlijkeEinddatum),
    einddatum: zaak.einddatum && isoDate(zaak.einddatum),
    behandelendTeam: zaaktype.team,
    status: zaak.statuscode,
    initiator: { bsn: zaak.aanvragerBsn },
    zaaktype: RESOURCES.get(zaaktype.identificatie) as ZaaktypeResource,
    statussen: zaak.statussen.map((status) => ({
      gebeurtenisId: status.gebeurtenisId,
      versie: status.versie,
      soort: status.soort,
      statuscode: status.statuscode,
      datumStatusGezet: new Date(status.datumStatusGezet).toISOString(),
      statustoelichting: status.statustoelichting,
    })),
  }
}
