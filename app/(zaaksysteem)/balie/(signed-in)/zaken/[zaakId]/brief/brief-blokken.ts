import type { StatusSoort } from '#lib/contract/event-types.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { Blok } from '#lib/platform/pdf/write-pdf.ts'
import { plainDate } from '#lib/ui/text/dates.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { nl } from '#lib/ui/texts/nl.ts'
import { antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { type ShownZaak, toShownZaak } from '../shown-zaak.ts'

/** Changes that are no news: a letter was sent, or contact details changed. */
const NO_NEWS: readonly StatusSoort[] = ['brief_verstuurd', 'gegevenswijziging']

const PUNT = '- '
const EMPTY_LINE = /\n[ \t]{0,80}\n/

/**
 * The free text of a letter. In `tekst` an empty line starts a paragraph, and lines with a dash form a list.
 */
export type Brieftekst = { kop: string; tekst: string }

/** The default text of a letter: the citizen's text of the newest change that is news, in Dutch. */
export function nieuwsAlsBrief(zaak: ZaakDetail, now: Date): Brieftekst {
  const shown = toShownZaak(zaak.resource, zaak.inzendingen)
  const statussen = shown.statussen.filter(({ soort }) => !NO_NEWS.includes(soort))
  const bericht = berichten({ ...shown, statussen }, { taal: 'nl', now }).at(-1)
  const toelichting = shown.statussen.find(({ versie }) => versie === bericht?.versie)?.statustoelichting
  const gevraagd = (bericht?.aanvullingen ?? []).filter(({ ontvangenOp }) => ontvangenOp === null)
  const alineas = [
    bericht?.uitleg,
    toelichting && texts.toelichting(toelichting),
    bericht?.teDoen,
    gevraagd.map(puntVan).join('\n'),
    ...(bericht?.sturenTot ? hoeEnGevolg(shown, now) : []),
  ]
  return { kop: bericht?.titel ?? zaak.statusnaam, tekst: alineas.filter(Boolean).join('\n\n') }
}

const puntVan = ({ naam, toelichting, formulier }: ShownZaak['aanvullingen'][number]) =>
  PUNT + [[naam, toelichting].filter(Boolean).join(': '), formulier].filter(Boolean).join(' ')

/**
 * States where to send the aanvulling, the consequence of not sending it, and that the term is suspended (Awb
 * 4:5, 4:15).
 */
function hoeEnGevolg(shown: ShownZaak, now: Date): string[] {
  const t = nl.antwoord.aanvulling
  const { inleveren } = shown.zaaktype
  const hoe = inleveren ? `${t.inleveren}: ${inleveren.nl} ${t.zaaknummer}` : texts.inleveren(nl.titel)
  const { gevolgen } = antwoordOf(voortgang(shown, dateInAmsterdam(now)), shown, { taal: 'nl', now })
  return [hoe, ...gevolgen.map((zin) => zinText(zin, 'nl'))]
}

/** The fixed parts above and below the text of a letter. */
export function rondomBrief(zaak: ZaakDetail, now: Date) {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  return {
    afzender: [GEMEENTE_NAAM],
    adres: [zaak.aanvragerNaam, ...(zaak.aanvragerAdres?.split('\n') ?? [])],
    kenmerken: [
      texts.datum(plainDate(dateInAmsterdam(now), 'nl')),
      texts.kenmerk(zaak.identificatie),
      texts.onderwerp(zaak.omschrijving),
    ],
    aanhef: texts.aanhef(zaak.aanvragerNaam),
    vragen: texts.vragen(GEMEENTE_TELEFOON),
    groet: [texts.groet, '', ...texts.afzender(GEMEENTE_NAAM, zaak.resource.behandelendTeam)],
  }
}

/** The complete letter for printing. */
export function briefBlokken(zaak: ZaakDetail, { kop, tekst }: Brieftekst, now: Date): Blok[] {
  const { afzender, adres, kenmerken, aanhef, vragen, groet } = rondomBrief(zaak, now)
  return [
    { soort: 'regels', regels: afzender },
    { soort: 'adres', regels: adres },
    { soort: 'regels', regels: kenmerken },
    { soort: 'kop', tekst: kop },
    { soort: 'alinea', tekst: aanhef },
    ...tekst.split(EMPTY_LINE).map(toBlok),
    { soort: 'alinea', tekst: vragen },
    { soort: 'regels', regels: groet },
  ]
}

function toBlok(alinea: string): Blok {
  const regels = alinea.split('\n')
  if (!regels.every((regel) => regel.startsWith(PUNT))) return { soort: 'alinea', tekst: alinea }
  return { soort: 'lijst', punten: regels.map((regel) => regel.slice(PUNT.length)) }
}
