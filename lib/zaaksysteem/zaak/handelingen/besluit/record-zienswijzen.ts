import { zienswijzenRequest } from '#lib/contract/handeling-requests.ts'
import { correctedTermijn } from '../../herberekening/replay-termijn.ts'
import type { Act, InputOf } from '../perform-handeling.ts'
import { CLOSED } from '../rules.ts'
import { NOT_MADE_KNOWN } from './given-by-law.ts'
import { ontwerpOf } from './procedure.ts'

/**
 * Records whether zienswijzen came on the ontwerp. Without any, the besluit must follow within four weeks
 * after the term for zienswijzen (Awb 3:18 lid 4).
 */
export const RECORD_ZIENSWIJZEN = {
  soort: 'zienswijzen_vastgelegd',
  auditnaam: 'zienswijzen_vastleggen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    NOT_MADE_KNOWN,
    {
      reason: 'no_ontwerp',
      tekst: 'Er is geen ontwerpbesluit ter inzage gelegd.',
      detail: 'No draft was laid ter inzage.',
      broken: (standing) => ontwerpOf(standing) === null,
    },
    {
      reason: 'zienswijzen_term_runs',
      tekst: 'De termijn voor zienswijzen loopt nog.',
      detail: 'The term for zienswijzen is not over (Awb 3:16).',
      broken: (standing) => (ontwerpOf(standing)?.zienswijzenUiterlijk ?? standing.today) >= standing.today,
    },
  ],
  rules: [
    {
      reason: 'zienswijzen_recorded',
      tekst: 'Of er zienswijzen kwamen, is al vastgelegd.',
      detail: 'The same value is already recorded.',
      broken: ({ zaak, input }) => zaak.zienswijzen === input.gekomen,
    },
  ],
  next: async (subject, ctx) => {
    const corrected = { zienswijzen: subject.input.gekomen }
    return {
      ...(await correctedTermijn(ctx, subject, { soort: 'zienswijzen_vastgelegd', ...corrected })),
      ...corrected,
    }
  },
  tells: ({ input }) =>
    input.gekomen
      ? 'Er kwamen reacties op ons ontwerpbesluit. Die gebruiken wij bij ons besluit.'
      : 'Er kwamen geen reacties op ons ontwerpbesluit. Daarom beslissen wij binnen 4 weken nadat reageren niet meer kon.',
  api: {
    segment: 'zienswijzen',
    scope: 'zaken.statussen.toevoegen',
    schema: zienswijzenRequest,
    id: 'zienswijzenVastleggen',
    name: 'Zienswijzen',
    summary: 'Record whether zienswijzen were given (Awb 3:18)',
    example: { versie: 4, gekomen: false },
  },
} as const satisfies Act<InputOf<typeof zienswijzenRequest>>
