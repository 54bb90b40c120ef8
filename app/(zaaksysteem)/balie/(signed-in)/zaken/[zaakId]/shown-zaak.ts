import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'

/** The data that the preview needs of a zaak. */
export type ShownZaak = ReturnType<typeof toShownZaak>

export function toShownZaak(
  resource: Omit<ZaakResource, 'initiator'>,
  inzendingen: readonly { aanvullingIds: string[]; tijdstip: Date }[] = [],
) {
  const {
    uuid: _,
    identificatie: __,
    versie: ___,
    besluit: ____,
    documenten: _____,
    status,
    statussen,
    ...gegevens
  } = resource
  return {
    ...gegevens,
    statuscode: status,
    statussen: statussen.map((row) => ({ ...row, datumStatusGezet: new Date(row.datumStatusGezet) })),
    gemeld: inzendingen.flatMap(({ aanvullingIds, tijdstip }) =>
      dateInAmsterdam(tijdstip) <= laatsteDagOf(resource) ? aanvullingIds : [],
    ),
  }
}

/** The last day to send the aanvullingen. Once passed, it is the day before its row in the history. */
function laatsteDagOf({ opschorting, statussen }: Pick<ZaakResource, 'opschorting' | 'statussen'>): string {
  if (opschorting) return opschorting.tot
  const verlopen = statussen.findLast(({ soort }) => soort === 'aanvulling_verlopen')
  return verlopen ? addToDate(dateInAmsterdam(new Date(verlopen.datumStatusGezet)), '-P1D') : ''
}
