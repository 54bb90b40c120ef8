import { vertragingRequest } from '#lib/contract/handeling-requests.ts'
import { NOT_MADE_KNOWN } from '../besluit/given-by-law.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, fataleDatumOp, REASON_REQUIRED } from '../rules.ts'

/**
 * The aanvrager is told that the besluit will be late, and when it is expected (Awb 4:14). That moves no term: the streefdatum
 * becomes that day, and the besluit is late from the day after the fatale datum all the same.
 */
export const ANNOUNCE_VERTRAGING = {
  soort: 'vertraging_gemeld',
  auditnaam: 'vertraging_melden',
  recht: 'behandelen',
  needs: [
    CLOSED,
    NOT_MADE_KNOWN,
    {
      reason: 'term_stands_still',
      detail: 'When the term will end is not known while it stands still.',
      broken: ({ zaak, zaaktype, today }) => fataleDatumOp(zaak, zaaktype, today) === null,
    },
  ],
  rules: [
    {
      reason: 'expected_too_early',
      detail: 'verwacht must lie after the last day of the term and after today.',
      broken: ({ zaak, zaaktype, today, input }) =>
        input.verwacht <= today || input.verwacht <= (fataleDatumOp(zaak, zaaktype, today) ?? ''),
    },
    REASON_REQUIRED,
  ],
  next: ({ input }) => ({ einddatumGepland: input.verwacht }),
  api: {
    segment: 'vertragingen',
    scope: 'zaken.verlengen',
    schema: vertragingRequest,
    id: 'vertragingMelden',
    name: 'Vertraging',
    summary: 'Tells the aanvrager that the besluit will be late, and when it is expected (Awb 4:14)',
    example: { versie: 2, verwacht: '2027-01-25', statustoelichting: 'Wij wachten nog op een advies.' },
  },
} as const satisfies Act<InputOf<typeof vertragingRequest>>

export const announceVertraging = performing(ANNOUNCE_VERTRAGING)
