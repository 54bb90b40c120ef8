import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { plainDate, shortDate } from '#lib/ui/text/dates.ts'
import { fillTekst } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { bekendVanKracht, besluitNaam } from '#lib/zaaksysteem/zaak/handelingen/besluit/besluitdatums.ts'
import { HANDELINGSPADEN, possibleHandelingen } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { toShownZaak } from './shown-zaak.ts'

/** The part of the zaak for the form and the preview: the browser gets no more. */
export function toEditableZaak(zaak: ZaakDetail, now: Date) {
  const { resource, zaaktype } = zaak
  const today = dateInAmsterdam(now)
  return {
    ...toShownZaak({ ...resource, zaaktype: inDutch(resource.zaaktype) }, zaak.inzendingen),
    id: zaak.id,
    versie: zaak.versie,
    statusOmschrijving: zaak.statusnaam,
    /** date of the latest change */
    since: shortDate(dateInAmsterdam(zaak.gewijzigdOp)),
    isAfgehandeld: zaak.einddatum !== null,
    /** possible acts with a page of their own */
    handelingen: possibleHandelingen(HANDELINGSPADEN, { zaak, zaaktype, today }),
    choices: choicesOf(zaak.offered),
    /** names of the besluiten in force */
    vanKracht: bekendVanKracht(zaak.besluiten).map((besluit) => besluitNaam(zaaktype, besluit)),
    /** standaardteksten, with this zaak's values filled in */
    teksten: zaaktype.teksten.map((each) => ({ ...each, tekst: fillTekst(each.tekst, valuesOf(zaak, now)) })),
  }
}

export type EditableZaak = ReturnType<typeof toEditableZaak>

/** The options of a statuswijziging. */
export function choicesOf(statustypen: ZaakDetail['offered']) {
  return statustypen.map(({ code, omschrijving, intern, minstens }) => {
    return { code, title: omschrijving.nl, intern, isOntwerp: minstens !== null }
  })
}

/** Empties the English texts, because the preview is in Dutch. */
export function inDutch(zaaktype: ZaaktypeResource): ZaaktypeResource {
  return JSON.parse(JSON.stringify(zaaktype, (name, value) => (name === 'en' ? '' : value)))
}

function valuesOf({ identificatie, resource }: ZaakDetail, now: Date) {
  return {
    zaaknummer: identificatie,
    datum: plainDate(dateInAmsterdam(now), 'nl'),
    team: resource.behandelendTeam,
    fataleDatum: plainDate(resource.uiterlijkeEinddatumAfdoening, 'nl'),
  }
}
