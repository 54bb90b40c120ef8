import { antwoordRequest } from '#lib/contract/handeling-requests.ts'
import { shortMoment } from '#lib/ui/text/dates.ts'
import type { ZaakDetail } from '../../detail/find-zaak-detail.ts'
import { changeStatement, type Handeling } from '../../wijziging/apply-change.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { toelichtingForm } from '../velden.ts'

const STATEMENT = changeStatement('answer-vraag', {
  also: {
    replied: `
      update inzending set beantwoord_versie = changed.versie
      from changed
      where inzending.zaak_id = any (array[changed.id]) and inzending.soort = 'vraag' and beantwoord_versie is null`,
  },
})

/** Vraag beantwoorden: answers the aanvrager, also in a closed zaak. Changes no state of the zaak. */
export const ANSWER_VRAAG = {
  soort: 'vraag_beantwoord',
  auditnaam: 'vraag_beantwoorden',
  recht: 'behandelen',
  needs: [
    {
      reason: 'no_vraag_open',
      tekst: 'De aanvrager stelde geen vraag, of een collega beantwoordde die al.',
      detail: 'The zaak has no open question.',
      broken: ({ zaak }) => !zaak.vraagGesteld,
    },
  ],
  rules: [
    {
      reason: 'answer_required',
      tekst: 'Schrijf een antwoord. De aanvrager leest dit.',
      detail: 'statustoelichting must hold the answer.',
      broken: ({ input }) => !input.toelichting?.trim(),
    },
  ],
  next: () => ({}),
  also: () => ({ statement: STATEMENT }),
  api: {
    segment: 'antwoorden',
    scope: 'zaken.beantwoorden',
    schema: antwoordRequest,
    id: 'vraagBeantwoorden',
    name: 'Antwoord',
    summary: 'Answer the question of the aanvrager',
    example: { versie: 2, statustoelichting: 'U hoeft niet thuis te zijn als wij komen kijken.' },
  },
} as const satisfies Act<Handeling>

export const answerVraag = performing(ANSWER_VRAAG)

const texts = {
  uitleg: (moment: string) => `De aanvrager vroeg op ${moment}:`,
  antwoord: 'Uw antwoord. Dit leest de aanvrager.',
} as const

/** Returns the unanswered question. */
export function openVraag({ inzendingen }: Pick<ZaakDetail, 'inzendingen'>) {
  return inzendingen.find(({ soort, beantwoordVersie }) => soort === 'vraag' && beantwoordVersie === null)
}

export const ANSWER_VRAAG_PAGE = {
  titel: 'Vraag beantwoorden',
  groep: 'bericht',
  toets: 'q',
  knop: 'Verstuur het antwoord',
  gedaan: 'Opgeslagen. De aanvrager leest uw antwoord direct.',
  form: toelichtingForm,
  uitleg: ({ zaak }) => {
    const asked = openVraag(zaak)
    return asked ? [texts.uitleg(shortMoment(asked.tijdstip)), asked.tekst ?? ''] : []
  },
  velden: () => [{ soort: 'lang', name: 'toelichting', label: texts.antwoord }],
} as const satisfies Handelingspagina
