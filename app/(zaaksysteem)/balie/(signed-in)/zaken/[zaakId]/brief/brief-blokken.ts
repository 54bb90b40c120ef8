import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { Blok } from '#lib/platform/pdf/write-pdf.ts'
import { plainDate } from '#lib/ui/text/dates.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { type Brieftekst, PUNT } from './nieuws-als-brief.ts'

const EMPTY_LINE = /\n[ \t]{0,80}\n/

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
