import { verlengingRequest } from '#lib/contract/handeling-requests.ts'
import { laatsteDagVerlengen, laterBy, maxVerlenging } from '../../termijn/beslistermijn.ts'
import { type Act, type InputOf, performing } from './perform-handeling.ts'
import { CLOSED, REASON_REQUIRED, type Standing, TERM_PASSED } from './rules.ts'

/** Whether a draft is laid ter inzage before the besluit (Awb 3.4). */
const hasOntwerp = ({ zaaktype }: Standing) => zaaktype.statustypen.some(({ minstens }) => minstens)

/** Verlengen: once, both dates, at most by the zaaktype's verlengingstermijn, before the fatale datum has passed; with a draft, soon. */
export const EXTEND_ZAAK = {
  soort: 'verlenging',
  auditnaam: 'zaak_verlengen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      reason: 'not_extendable',
      detail: 'The zaaktype allows no extension.',
      broken: ({ zaaktype }) => zaaktype.verlengingstermijn === null,
    },
    {
      reason: 'extended_already',
      detail: 'A zaak can be extended once.',
      broken: ({ zaak }) => zaak.verlengd,
    },
    TERM_PASSED,
    {
      reason: 'extension_too_late',
      detail: 'A zaak with a draft is extended within eight weeks after the aanvraag came (Awb 3:18 lid 2).',
      broken: (standing) => hasOntwerp(standing) && standing.today > laatsteDagVerlengen(standing.zaak.startdatum),
    },
    {
      reason: 'ontwerp_laid',
      detail: 'A zaak is extended before its draft is laid ter inzage (Awb 3:18 lid 2).',
      broken: ({ zaak }) => zaak.ontwerpdatum !== null,
    },
  ],
  rules: [
    {
      reason: 'too_long',
      detail: 'dagen is more than the zaaktype allows.',
      broken: ({ zaaktype, zaak, input }) =>
        zaaktype.verlengingstermijn !== null && input.dagen > maxVerlenging(zaak, zaaktype),
    },
    REASON_REQUIRED,
  ],
  next: ({ zaak, zaaktype, input }) => {
    const verlengd = { ...zaak, verlengd: true }
    return { ...laterBy(input.dagen, verlengd, zaaktype), verlengd: true }
  },
  api: {
    segment: 'verlengingen',
    scope: 'zaken.verlengen',
    schema: verlengingRequest,
    id: 'zaakVerlengen',
    name: 'Verlenging',
    summary: 'Extends the term, once',
    example: { versie: 2, dagen: 42, statustoelichting: 'Wij wachten op een advies.' },
  },
} as const satisfies Act<InputOf<typeof verlengingRequest>>

export const extendZaak = performing(EXTEND_ZAAK)
