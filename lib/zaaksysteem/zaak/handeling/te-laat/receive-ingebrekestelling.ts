import { ingebrekestellingRequest } from '#lib/contract/handeling-requests.ts'
import { signaleer } from '../../../signalering/signaleer.ts'
import { bekendmakenUiterlijk } from '../../../termijn/van-rechtswege.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { nogBekendTeMaken, vanKracht } from '../besluit/besluitdatums.ts'
import { laatsteBeslisdag } from '../besluit/given-by-law.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, fataleDatumOp, opInFuture, type Standing } from '../rules.ts'

const STATEMENT = changeStatement('receive-ingebrekestelling', { also: { signaleerd: signaleer('ingebrekestelling') } })

/**
 * The last day of what is late from the day after: to decide, or where what was asked was given by law, to make that known (Awb 4:20d).
 * null while the term stands still, and where nothing can be late: something was decided and made known, or will be given by law.
 */
function lastDayOf(standing: Standing): string | null {
  const { zaak, zaaktype, today } = standing
  const given = nogBekendTeMaken(zaak.besluiten)
  if (given) return bekendmakenUiterlijk(given.datum)
  if (laatsteBeslisdag(standing) !== null || vanKracht(zaak.besluiten).length > 0) return null
  return fataleDatumOp(zaak, zaaktype, today)
}

/** The aanvrager wrote that the besluit is late: two weeks later each day costs money (Awb 4:17). */
export const RECEIVE_INGEBREKESTELLING = {
  soort: 'ingebrekestelling',
  auditnaam: 'ingebrekestelling_ontvangen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      reason: 'in_default_already',
      detail: 'An ingebrekestelling was recorded.',
      broken: ({ zaak }) => zaak.ingebrekegesteldOp !== null,
    },
    {
      reason: 'term_not_passed',
      detail: 'Before the term is over an ingebrekestelling has no effect.',
      broken: (standing) => (lastDayOf(standing) ?? standing.today) >= standing.today,
    },
  ],
  rules: [
    opInFuture('received_in_future'),
    {
      reason: 'received_before_end',
      detail: 'op must lie after the last day of the term: before that an ingebrekestelling has no effect.',
      broken: (subject) => subject.input.op <= (lastDayOf(subject) ?? ''),
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
} as const satisfies Act<InputOf<typeof ingebrekestellingRequest>>

export const receiveIngebrekestelling = performing(RECEIVE_INGEBREKESTELLING)
