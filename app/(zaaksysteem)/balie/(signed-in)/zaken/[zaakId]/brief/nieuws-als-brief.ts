import type { StatusSoort } from '#lib/contract/event-types.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { nl } from '#lib/ui/texts/nl.ts'
import { antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { ShownZaak } from '../shown-zaak.ts'

/** Changes that are no news: a letter was sent, or contact details changed. */
const NO_NEWS: readonly StatusSoort[] = ['brief_verstuurd', 'gegevenswijziging']

/** Starts a line of a list. */
export const PUNT = '- '

/**
 * The free text of a letter. In `tekst` an empty line starts a paragraph, and lines with a dash form a list.
 */
export type Brieftekst = { kop: string; tekst: string }

/** The citizen's text of the newest change that is news, in Dutch. `kop` is empty when nothing is news. */
export function nieuwsAlsBrief(shown: ShownZaak, now: Date): Brieftekst {
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
  return { kop: bericht?.titel ?? '', tekst: alineas.filter(Boolean).join('\n\n') }
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
