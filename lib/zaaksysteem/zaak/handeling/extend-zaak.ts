import { verlengingRequest } from '#lib/contract/handeling-requests.ts'
import { laterBy, maxVerlenging } from '../../termijn/beslistermijn.ts'
import { type Act, type InputOf, performing } from './perform-handeling.ts'
import { CLOSED, REASON_REQUIRED, TERM_PASSED } from './rules.ts'

/** Verlengen: once, both dates, at most by the zaaktype's verlengingstermijn, before the fatale datum has passed. */
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
