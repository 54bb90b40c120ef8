import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { plainDate, shortDate } from '#lib/ui/text/dates.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { fillTekst } from '#lib/zaaksysteem/catalogus/fill-tekst.ts'
import { chosenResultaattypen, type Resultaattype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { bekendVanKracht } from '#lib/zaaksysteem/zaak/handeling/besluit/besluitdatums.ts'
import { possibleHandelingen } from '#lib/zaaksysteem/zaak/handeling/handelingen.ts'
import { HANDELINGSPAGINAS, type Handelingspad } from './[handeling]/handelingen.ts'
import { besluitNaam } from './besluit-naam.ts'
import { toShownZaak } from './shown-zaak.ts'

const PADEN = Object.keys(HANDELINGSPAGINAS) as Handelingspad[]

/** The part of the zaak that the form and the preview need: no more goes to the browser. */
export function toEditableZaak(zaak: ZaakDetail, now: Date) {
  const { resource, zaaktype } = zaak
  const today = dateInAmsterdam(now)
  return {
    ...toShownZaak({ ...resource, zaaktype: inDutch(resource.zaaktype) }, zaak.inzendingen),
    id: zaak.id,
    versie: zaak.versie,
    statusOmschrijving: zaak.statusnaam,
    /** of the latest change */
    since: shortDate(dateInAmsterdam(zaak.gewijzigdOp)),
    isAfgehandeld: zaak.einddatum !== null,
    /** those of a page of their own that can be done now */
    handelingen: possibleHandelingen(PADEN, { zaak, zaaktype, today }),
    ...keuzesOf(zaak.offered, chosenResultaattypen(zaaktype)),
    /** the besluiten that hold, each in a few words */
    vanKracht: bekendVanKracht(zaak.besluiten).map((besluit) => besluitNaam(zaaktype, besluit)),
    /** the day on which the aanvrager asked to withdraw the aanvraag, `yyyy-mm-dd`, when nobody declined that */
    intrekkingOp: intrekkingOpOf(zaak),
    /** standaardteksten, filled in for this zaak */
    teksten: zaaktype.teksten.map(({ naam, tekst }) => ({ naam, tekst: fillTekst(tekst, valuesOf(zaak, now)) })),
    today,
  }
}

function intrekkingOpOf({ inzendingen }: ZaakDetail): string | undefined {
  const asked = inzendingen.find(({ soort, afgewezenVersie }) => soort === 'intrekking' && afgewezenVersie === null)
  return asked && dateInAmsterdam(asked.tijdstip)
}

/** What the browser gets of a zaak. */
export type EditableZaak = ReturnType<typeof toEditableZaak>

/** What a form of a status offers. */
export function keuzesOf(statustypen: ZaakDetail['offered'], resultaattypen: readonly Resultaattype[]) {
  return {
    choices: statustypen.map(({ code, omschrijving, intern, vraagtResultaat, minstens }) => {
      return { code, title: omschrijving.nl, intern, vraagtResultaat, isOntwerp: minstens !== null }
    }),
    resultaten: resultaattypen.map(({ code, omschrijving, intern, isBesluit, rechtsmiddel }) => {
      return { code, title: omschrijving.nl, intern, isBesluit, rechtsmiddel }
    }),
  }
}

/** The preview is in Dutch. */
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
