import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'

/** The data that the preview needs of a zaak. */
export type ShownZaak = ReturnType<typeof toShownZaak>

export function toShownZaak(
  resource: Omit<ZaakResource, 'initiator'>,
  inzendingen: readonly { aanvullingIds: string[]; tijdstip: Date }[] = [],
) {
  return {
    omschrijving: resource.omschrijving,
    team: resource.behandelendTeam,
    besluiten: resource.besluiten,
    vanRechtswege: resource.vanRechtswege,
    doorzending: resource.doorzending,
    ontwerp: resource.ontwerp,
    opschorting: resource.opschorting,
    aanvullingen: resource.aanvullingen,
    zaaktype: resource.zaaktype,
    statuscode: resource.status,
    statussen: resource.statussen.map((status) => ({
      versie: status.versie,
      soort: status.soort,
      statuscode: status.statuscode,
      tijdstip: new Date(status.datumStatusGezet),
      gebeurdOp: status.gebeurdOp,
      toelichting: status.statustoelichting,
      reden: status.reden,
      uiterlijkeEinddatum: status.uiterlijkeEinddatumAfdoening,
    })),
    startdatum: resource.startdatum,
    einddatumGepland: resource.einddatumGepland,
    uiterlijkeEinddatum: resource.uiterlijkeEinddatumAfdoening,
    einddatum: resource.einddatum,
    ingebrekestelling: resource.ingebrekestelling,
    gemeld: inzendingen.flatMap(({ aanvullingIds, tijdstip }) =>
      dateInAmsterdam(tijdstip) <= laatsteDagOf(resource) ? aanvullingIds : [],
    ),
  }
}

/** The last day to send the aanvullingen. A passed day was recorded the day after. */
function laatsteDagOf({ opschorting, statussen }: Pick<ZaakResource, 'opschorting' | 'statussen'>): string {
  if (opschorting) return opschorting.tot
  const verlopen = statussen.findLast(({ soort }) => soort === 'aanvulling_verlopen')
  return verlopen ? addToDate(dateInAmsterdam(new Date(verlopen.datumStatusGezet)), '-P1D') : ''
}
