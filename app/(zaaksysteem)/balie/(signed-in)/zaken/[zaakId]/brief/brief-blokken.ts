import type { StatusSoort } from '#lib/contract/event-types.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { Blok } from '#lib/platform/pdf/write-pdf.ts'
import { plainDate } from '#lib/ui/text/dates.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { toShownZaak } from '../shown-zaak.ts'

/** That a letter was sent, and that an address was written down for it. */
const NO_NEWS: readonly StatusSoort[] = ['brief_verstuurd', 'gegevenswijziging']

type Briefblok = Exclude<Blok, { soort: 'tabel' }>

/** What the letter says: of the newest change that is news, what the citizen reads of it, in Dutch. */
export function briefBlokken(zaak: ZaakDetail, now: Date): Briefblok[] {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  const shown = toShownZaak(zaak.resource, zaak.inzendingen)
  const statussen = shown.statussen.filter(({ soort }) => !NO_NEWS.includes(soort))
  const bericht = berichten({ ...shown, statussen }, { taal: 'nl', now }).at(-1)
  const toelichting = shown.statussen.find(({ versie }) => versie === bericht?.versie)?.toelichting
  const alineas = [bericht?.uitleg, toelichting && texts.toelichting(toelichting), bericht?.teDoen]
  const gevraagd = (bericht?.aanvullingen ?? []).filter(({ ontvangenOp }) => ontvangenOp === null)
  return [
    { soort: 'regels', regels: [GEMEENTE_NAAM] },
    { soort: 'adres', regels: [zaak.aanvragerNaam, ...(zaak.aanvragerAdres?.split('\n') ?? [])] },
    {
      soort: 'regels',
      regels: [
        texts.datum(plainDate(dateInAmsterdam(now), 'nl')),
        texts.kenmerk(zaak.identificatie),
        texts.onderwerp(zaak.omschrijving),
      ],
    },
    { soort: 'kop', tekst: bericht?.titel ?? zaak.statusnaam },
    { soort: 'alinea', tekst: texts.aanhef(zaak.aanvragerNaam) },
    ...alineas.flatMap((tekst) => (tekst ? [{ soort: 'alinea', tekst } as const] : [])),
    ...(gevraagd.length > 0 ? [{ soort: 'lijst', punten: gevraagd.map(puntOf) } as const] : []),
    { soort: 'alinea', tekst: texts.vragen(GEMEENTE_TELEFOON) },
    { soort: 'regels', regels: [texts.groet, '', ...texts.afzender(GEMEENTE_NAAM, zaak.resource.behandelendTeam)] },
  ]
}

const puntOf = ({ naam, toelichting }: { naam: string; toelichting: string | null }) =>
  toelichting ? `${naam}: ${toelichting}` : naam
