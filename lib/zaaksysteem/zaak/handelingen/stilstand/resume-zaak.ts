import { hervattingRequest } from '#lib/contract/handeling-requests.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { RUNS_AGAIN, resumed } from '../rules.ts'

/**
 * Hervatten: both dates move by the days that the term stood still, whatever was expected. An instemming ends
 * on its last day, also when the term is resumed later (Awb 4:15 lid 2 a).
 */
export const RESUME_ZAAK = {
  soort: 'hervatting',
  auditnaam: 'zaak_hervatten',
  recht: 'behandelen',
  needs: [
    {
      reason: 'not_suspended',
      tekst: 'De termijn staat niet stil.',
      detail: 'The term is not suspended.',
      broken: ({ zaak }) => zaak.opschorting === null,
    },
    {
      reason: 'waits_for_aanvulling',
      tekst: 'De zaak wacht op een aanvulling. Meld eerst dat die binnen is.',
      detail: 'The term resumes when the aanvulling is received.',
      broken: ({ zaak }) => zaak.opschorting === 'aanvulling',
    },
  ],
  rules: RUNS_AGAIN,
  next: ({ zaak, zaaktype, input }) => resumed(zaak, zaaktype, input.op),
  api: {
    segment: 'hervattingen',
    scope: 'zaken.opschorten',
    schema: hervattingRequest,
    id: 'zaakHervatten',
    name: 'Hervatting',
    summary: 'Resume the legal term',
    example: { versie: 3, op: '2026-12-08' },
  },
} as const satisfies Act<InputOf<typeof hervattingRequest>>

export const resumeZaak = performing(RESUME_ZAAK)
