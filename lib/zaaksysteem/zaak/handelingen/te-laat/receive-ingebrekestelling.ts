import { ingebrekestellingRequest } from '#lib/contract/handeling-requests.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { signaleer } from '../../../signalering/signaleer.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { bekendOp } from '../../wijziging/besluiten.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, opInFuture, type Subject, TERM_NOT_PASSED } from '../rules.ts'
import { verzuimOf } from './te-laat.ts'

const STATEMENT = changeStatement('receive-ingebrekestelling', { also: { signaleerd: signaleer('ingebrekestelling') } })

function isAfterEnd(subject: Subject<{ op: string }>): boolean {
  const voor = verzuimOf(subject)?.voor
  return Boolean(voor) && subject.input.op >= (voor as string)
}

/**
 * Ingebrekestelling ontvangen: the aanvrager wrote that the besluit is late; after two weeks each
 * day costs money (Awb 4:17). The day on which it came counts, so it can be recorded after a
 * besluit, or in a closed zaak.
 */
export const RECEIVE_INGEBREKESTELLING = {
  soort: 'ingebrekestelling',
  auditnaam: 'ingebrekestelling_ontvangen',
  recht: 'behandelen',
  needs: [
    {
      reason: 'in_default_already',
      tekst: 'Er is al een ingebrekestelling vastgelegd.',
      detail: 'An ingebrekestelling was recorded.',
      broken: ({ zaak }) => zaak.ingebrekegesteldOp !== null,
    },
    {
      ...TERM_NOT_PASSED,
      detail: 'An ingebrekestelling has no effect before the end of the term, or after a besluit in time.',
      broken: (standing) => {
        const { na = standing.today, voor = null } = verzuimOf(standing) ?? {}
        return na >= standing.today || (voor !== null && addToDate(na, 'P1D') >= voor)
      },
    },
  ],
  rules: [
    { ...opInFuture('received_in_future'), veld: 'toelichting' },
    {
      reason: 'received_before_end',
      tekst:
        'Deze dag ligt niet na de fatale datum. Een ingebrekestelling die te vroeg kwam, telt niet. Laat de aanvrager dat weten.',
      detail: 'op must lie after the last day of the term: before that an ingebrekestelling has no effect.',
      broken: (subject) => subject.input.op <= (verzuimOf(subject)?.na ?? ''),
    },
    {
      reason: 'received_after_end',
      tekst:
        'Deze dag ligt niet vóór de bekendmaking van het besluit, of de dag van afsluiten. Een ingebrekestelling telt dan niet meer.',
      detail: 'op must lie before the day on which the besluit was made known, or the zaak was closed without one.',
      broken: isAfterEnd,
    },
    {
      ...CLOSED,
      status: 409,
      broken: (subject) => bekendOp(subject.zaak.besluiten) === null && isAfterEnd(subject),
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
    summary: 'Record an ingebrekestelling (Awb 4:17)',
    example: { versie: 3, op: '2027-01-04' },
  },
} as const satisfies Act<InputOf<typeof ingebrekestellingRequest>>

export const receiveIngebrekestelling = performing(RECEIVE_INGEBREKESTELLING)
