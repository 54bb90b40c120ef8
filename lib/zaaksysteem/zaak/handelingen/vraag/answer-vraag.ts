import { antwoordRequest } from '#lib/contract/handeling-requests.ts'
import { changeStatement, type Handeling } from '../../wijziging/apply-change.ts'
import { type Act, performing } from '../perform-handeling.ts'

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
