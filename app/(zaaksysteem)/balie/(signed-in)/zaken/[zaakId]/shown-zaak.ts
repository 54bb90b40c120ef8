import type { ZaakResource } from '#lib/contract/zaak-resource.ts'

/** What the preview needs of a zaak. */
export type ShownZaak = ReturnType<typeof toShownZaak>

export function toShownZaak(
  resource: Omit<ZaakResource, 'initiator'>,
  inzendingen: readonly { aanvullingIds: string[] }[] = [],
) {
  return {
    omschrijving: resource.omschrijving,
    team: resource.behandelendTeam,
    besluiten: resource.besluiten,
    vanRechtswege: resource.vanRechtswege,
    doorzending: resource.doorzending,
    opschorting: resource.opschorting,
    aanvullingen: resource.aanvullingen,
    zaaktype: resource.zaaktype,
    statuscode: resource.status,
    statussen: resource.statussen.map((status) => ({
      versie: status.versie,
      soort: status.soort,
      statuscode: status.statuscode,
      tijdstip: new Date(status.datumStatusGezet),
      toelichting: status.statustoelichting,
      reden: status.reden,
      uiterlijkeEinddatum: status.uiterlijkeEinddatumAfdoening,
    })),
    startdatum: resource.startdatum,
    einddatumGepland: resource.einddatumGepland,
    uiterlijkeEinddatum: resource.uiterlijkeEinddatumAfdoening,
    einddatum: resource.einddatum,
    ingebrekestelling: resource.ingebrekestelling,
    /** ids of things that the aanvrager said to have sent */
    gemeld: inzendingen.flatMap(({ aanvullingIds }) => aanvullingIds),
  }
}
