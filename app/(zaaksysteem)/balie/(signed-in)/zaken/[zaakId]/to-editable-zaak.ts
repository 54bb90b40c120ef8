import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { labelOfResultaat, labelOfStatustype } from '#lib/zaaksysteem/catalogus/catalogus.ts'
import { possibleHandelingen } from './[handeling]/handelingen.ts'
import type { EditableZaak } from './editable-zaak.ts'

/** Only what the form and the preview need goes to the browser. */
export function toEditableZaak(zaak: ZaakDetail, now: Date): EditableZaak {
  const { resource, zaaktype } = zaak
  return {
    id: zaak.id,
    versie: zaak.versie,
    omschrijving: zaak.omschrijving,
    team: resource.behandelendTeam,
    statusOmschrijving: labelOfResultaat(zaaktype, zaak.resultaat) ?? labelOfStatustype(zaaktype, zaak.statustype),
    since: shortDate(dateInAmsterdam(zaak.gewijzigdOp)),
    isAfgehandeld: zaak.einddatum !== null,
    handelingen: possibleHandelingen(zaak, now),
    choices: zaak.offered.map(({ code, omschrijving, intern, vraagtResultaat }) => ({
      code,
      title: omschrijving.nl,
      intern,
      vraagtResultaat,
    })),
    resultaten: zaaktype.resultaattypen.map(({ code, omschrijving, intern }) => ({
      code,
      title: omschrijving.nl,
      intern,
    })),
    today: dateInAmsterdam(now),
    besluit: resource.besluit,
    zaaktype: resource.zaaktype,
    statuscode: resource.status,
    statussen: resource.statussen.map(({ versie, soort, statuscode, datumStatusGezet, statustoelichting }) => ({
      versie,
      soort,
      statuscode,
      tijdstip: new Date(datumStatusGezet),
      toelichting: statustoelichting,
    })),
    uiterlijkeEinddatum: resource.uiterlijkeEinddatumAfdoening,
    einddatum: resource.einddatum,
  }
}
