import { ingebrekestellingRequest } from '#lib/contract/handeling-requests.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import { signaleer } from '../../../signalering/signaleer.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { type Act, type InputOf, performHandeling } from '../perform-handeling.ts'
import { CLOSED, fataleDatumOp } from '../rules.ts'

type Ingebrekestelling = InputOf<typeof ingebrekestellingRequest>

const STATEMENT = changeStatement('receive-ingebrekestelling', { also: { signaleerd: signaleer('ingebrekestelling') } })

/** The aanvrager wrote that the besluit is late: two weeks later each day costs money (Awb 4:17). */
export const RECEIVE_INGEBREKESTELLING = {
  soort: 'ingebrekestelling',
  auditnaam: 'ingebrekestelling_ontvangen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      reason: 'in_default_already',
      title: 'In default already',
      detail: 'An ingebrekestelling was recorded.',
      broken: ({ zaak }) => zaak.ingebrekegesteldOp !== null,
    },
    {
      reason: 'term_not_passed',
      title: 'Term not passed',
      detail: 'Before the term is over an ingebrekestelling has no effect.',
      broken: ({ zaak, zaaktype, today }) => (fataleDatumOp(zaak, zaaktype, today) ?? today) >= today,
    },
  ],
  rules: [
    {
      reason: 'received_in_future',
      title: 'Received in the future',
      detail: 'op must not lie after today.',
      broken: ({ input, today }) => input.op > today,
    },
    {
      reason: 'received_before_end',
      title: 'Received too early',
      detail: 'op must lie after the last day of the term: before that an ingebrekestelling has no effect.',
      broken: ({ zaak, zaaktype, today, input }) => input.op <= (fataleDatumOp(zaak, zaaktype, today) ?? ''),
    },
  ],
  next: ({ input }) => ({ ingebrekegesteldOp: input.op }),
  also: () => ({ statement: STATEMENT }),
  api: {
    segment: 'ingebrekestellingen',
    scope: 'zaken.ingebrekestellen',
    schema: ingebrekestellingRequest,
    id: 'ingebrekestellingOntvangen',
    name: 'Ingebrekestelling',
    summary: 'Says that the aanvrager wrote that the besluit is late (Awb 4:17)',
    example: { versie: 3, op: '2027-01-04' },
  },
} as const satisfies Act<Ingebrekestelling>

export function receiveIngebrekestelling(ctx: ZaaksysteemContext, received: Ingebrekestelling) {
  return performHandeling(ctx, RECEIVE_INGEBREKESTELLING, received)
}
