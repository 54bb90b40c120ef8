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
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { type ShownZaak, toShownZaak } from '../shown-zaak.ts'

/** That a letter was sent, and that an address was written down for it. */
const NO_NEWS: readonly StatusSoort[] = ['brief_verstuurd', 'gegevenswijziging']

const PUNT = '- '
const EMPTY_LINE = /\n[ \t]{0,80}\n/

/** What of a letter is written anew for each. In `tekst` an empty line begins an alinea, and lines that begin with a dash are a list. */
export type Brieftekst = { kop: string; tekst: string }

/** What the letter says unless somebody writes something else: of the newest change that is news, what the citizen reads of it, in Dutch. */
export function nieuwsAlsBrief(zaak: ZaakDetail, now: Date): Brieftekst {
  const shown = toShownZaak(zaak.resource, zaak.inzendingen)
  const statussen = shown.statussen.filter(({ soort }) => !NO_NEWS.includes(soort))
  const bericht = berichten({ ...shown, statussen }, { taal: 'nl', now }).at(-1)
  const toelichting = shown.statussen.find(({ versie }) => versie === bericht?.versie)?.toelichting
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

/** Says where the aanvulling must be sent, what happens without it, and that the term stands still (Awb 4:5, 4:15). */
function hoeEnGevolg(shown: ShownZaak, now: Date): string[] {
  const t = nl.antwoord.aanvulling
  const { inleveren } = shown.zaaktype
  const hoe = inleveren ? `${t.inleveren}: ${inleveren.nl} ${t.zaaknummer}` : texts.inleveren(nl.titel)
  const { gevolgen } = antwoordOf(voortgang(shown, dateInAmsterdam(now)), shown, { taal: 'nl', now })
  return [hoe, ...gevolgen.map((zin) => zinText(zin, 'nl'))]
}

/** What stands above and below the text of each letter. */
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

/** The whole letter, as it is printed. */
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
