import { opschortingRequest } from '#lib/contract/handeling-requests.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import { NOT_MADE_KNOWN, REASON_FOR_WRONG_GRANT } from './besluit/given-by-law.ts'
import { type Act, type InputOf, performing } from './perform-handeling.ts'
import { CLOSED, opBeforeZaak, opInFuture, SUSPENDED_ALREADY, type Subject } from './rules.ts'

const REDEN = {
  reason: 'reden_not_of_zaaktype',
  detail: 'The zaaktype does not have this opschortingsreden.',
} as const

const TOO_LATE = {
  reason: 'begins_after_term',
  detail: 'op must not lie after the uiterlijkeEinddatumAfdoening.',
} as const

/** These suspensions end after their last day: instemming, and zienswijzen of others (Woo 4.4 lid 3). */
const ENDS_BY_ITSELF: readonly unknown[] = ['instemming', 'zienswijze_derden']

const beginsTooLate = ({ input, zaak }: Subject<{ op: string }>) => input.op > zaak.uiterlijkeEinddatum

/**
 * Opschorten (Awb 4:15 lid 1 under b, and lid 2; Woo 4.4 lid 3): the term stands still until somebody resumes
 * it, or until the last day of a suspension that ends by itself. A suspension from before the end of the term
 * can be recorded later, which cancels a verlening van rechtswege in between.
 */
export const SUSPEND_ZAAK = {
  soort: 'opschorting',
  auditnaam: 'zaak_opschorten',
  recht: 'behandelen',
  needs: [
    CLOSED,
    SUSPENDED_ALREADY,
    { ...REDEN, broken: ({ zaaktype }) => zaaktype.opschortingsredenen.length === 0 },
    // the last suspension ended after the last day of the term, which had passed therefore
    {
      ...TOO_LATE,
      broken: ({ zaak }) => zaak.hervatOp !== null && zaak.hervatOp > zaak.uiterlijkeEinddatum,
    },
  ],
  rules: [
    {
      ...REDEN,
      broken: ({ zaaktype, input }) => !zaaktype.opschortingsredenen.some(({ code }) => code === input.reden),
    },
    opInFuture('begins_in_future'),
    opBeforeZaak('begins_before_zaak'),
    // otherwise suspended days would count twice
    {
      reason: 'begins_before_hervatting',
      detail: 'op must not lie before the day on which the term last resumed.',
      broken: ({ input, zaak }) => zaak.hervatOp !== null && input.op < zaak.hervatOp,
    },
    { ...TOO_LATE, broken: beginsTooLate },
    {
      reason: 'ends_before_begin',
      detail: 'tot must lie after op.',
      broken: ({ input }) => input.tot <= input.op,
    },
    {
      ...NOT_MADE_KNOWN,
      broken: (subject) => beginsTooLate(subject) && NOT_MADE_KNOWN.broken(subject),
    },
    REASON_FOR_WRONG_GRANT,
  ],
  next: ({ zaaktype, input: { reden, op, tot } }) => ({
    opschorting: ENDS_BY_ITSELF.includes(grondOf(zaaktype, reden)) ? 'instemming' : 'opschorting',
    opgeschortOp: op,
    opgeschortTot: tot,
  }),
  api: {
    segment: 'opschortingen',
    scope: 'zaken.opschorten',
    schema: opschortingRequest,
    id: 'zaakOpschorten',
    name: 'Opschorting',
    summary: 'Lets the legal term stand still (Awb 4:15)',
    example: { versie: 2, reden: 'overmacht', op: '2026-11-26', tot: '2026-12-10' },
  },
} as const satisfies Act<InputOf<typeof opschortingRequest>>

function grondOf({ opschortingsredenen }: Zaaktype, reden: string) {
  return opschortingsredenen.find(({ code }) => code === reden)?.grond
}

export const suspendZaak = performing(SUSPEND_ZAAK)
