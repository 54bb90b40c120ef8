import { opschortingRequest } from '#lib/contract/handeling-requests.ts'
import { NOT_MADE_KNOWN, REASON_FOR_WRONG_GRANT } from '../besluit/given-by-law.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import {
  CLOSED,
  fataleDatumOp,
  opBeforeZaak,
  opInFuture,
  opschortingBy,
  type Standing,
  SUSPENDED_ALREADY,
  type Subject,
  stilNa,
} from '../rules.ts'

const REDEN = {
  reason: 'reden_not_of_zaaktype',
  tekst: 'Deze reden hoort niet bij dit zaaktype. Kies een andere reden.',
  veld: 'reden',
  detail: 'The zaaktype does not have this opschortingsreden.',
} as const

const TOO_LATE = {
  reason: 'begins_after_term',
  tekst: 'De fatale datum was op deze dag al voorbij. Opschorten kan dan niet meer.',
  veld: 'op',
  detail: 'op must not lie after the uiterlijkeEinddatumAfdoening.',
} as const

type Input = { reden: string; op: string; tot: string }

function beginsTooLate({ input, zaak, zaaktype }: Subject<{ op: string }>): boolean {
  const fataleDatum = fataleDatumOp(zaak, zaaktype, input.op)
  return fataleDatum !== null && input.op > fataleDatum
}

/** Returns the last day of consent that suspends the term now, or will after the aanvulling. */
function agreedUntil({ zaak, zaaktype }: Standing): string | null {
  if (zaak.opschorting === 'instemming') return zaak.opgeschortTot
  return opschortingBy(zaaktype, zaak.daarnaReden) === 'instemming' ? zaak.daarnaTot : null
}

/** True while the term runs, for consent that prolongs consent, and for one ground during an aanvulling. */
function mayJoin(standing: Standing, reden: string): boolean {
  const { zaak, zaaktype } = standing
  if (zaak.opschorting === null) return true
  if (agreedUntil(standing) !== null) return opschortingBy(zaaktype, reden) === 'instemming'
  return zaak.opschorting === 'aanvulling' && zaak.daarnaReden === null
}

/** True for consent that leaves a gap after the former consent, or before the aanvullingsverzoek. */
function isApart(subject: Subject<Input>): boolean {
  const { zaak, zaaktype, input } = subject
  const until = agreedUntil(subject)
  if (until !== null) return input.op > until
  const isConsent = opschortingBy(zaaktype, input.reden) === 'instemming'
  return zaak.opschorting === 'aanvulling' && isConsent && input.tot < (zaak.opgeschortOp as string)
}

/**
 * Opschorten (Awb 4:15 lid 1 under b, and lid 2; Woo 4.4 lid 3): the term stands still until somebody lets
 * it run again, or until its last day when the ground ends by itself. A letter from before the end of the
 * term can be recorded later; a grant by law in between lapses then. While an aanvulling is open the
 * stilstand waits, and continues when that ends.
 */
export const SUSPEND_ZAAK = {
  soort: 'opschorting',
  auditnaam: 'zaak_opschorten',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      ...SUSPENDED_ALREADY,
      broken: (standing) => !standing.zaaktype.opschortingsredenen.some(({ code }) => mayJoin(standing, code)),
    },
    { ...REDEN, broken: ({ zaaktype }) => zaaktype.opschortingsredenen.length === 0 },
    // a term that resumed after its last day has no days left to suspend
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
    {
      ...SUSPENDED_ALREADY,
      status: 409,
      broken: (subject) => !mayJoin(subject, subject.input.reden) || isApart(subject),
    },
    { ...TOO_LATE, broken: beginsTooLate },
    {
      reason: 'ends_before_begin',
      tekst: 'Deze dag moet na de eerste dag liggen.',
      veld: 'tot',
      detail: 'tot must lie after op.',
      broken: ({ input }) => input.tot <= input.op,
    },
    {
      reason: 'begins_before_hervatting',
      tekst: 'Op deze dagen stond de termijn al stil. Vul een latere laatste dag in.',
      veld: 'tot',
      detail: 'op and tot must not both lie before the day on which the term last resumed.',
      broken: ({ input, zaak }) => input.tot > input.op && input.tot <= stilNa(zaak, input.op),
    },
    {
      reason: 'ends_not_later',
      tekst: 'De aanvrager stemde al in tot en met deze dag of later. Vul een latere dag in.',
      veld: 'tot',
      detail: 'tot must lie after the last day on which the aanvrager agreed to wait.',
      broken: (subject) => subject.input.tot <= (agreedUntil(subject) ?? ''),
    },
    {
      ...NOT_MADE_KNOWN,
      broken: (subject) => beginsTooLate(subject) && NOT_MADE_KNOWN.broken(subject),
    },
    REASON_FOR_WRONG_GRANT,
  ],
  next: ({ zaak, zaaktype, input: { reden, op, tot } }) => {
    const opgeschortOp = stilNa(zaak, op)
    if (zaak.opschorting === null) {
      return { opschorting: opschortingBy(zaaktype, reden), opgeschortOp, opgeschortTot: tot }
    }
    if (zaak.opschorting === 'instemming') return { opgeschortTot: tot }
    return {
      opgeschortOp: [opgeschortOp, zaak.opgeschortOp as string].toSorted()[0] as string,
      daarnaReden: reden,
      daarnaOp: zaak.daarnaOp ?? opgeschortOp,
      daarnaTot: tot,
    }
  },
  api: {
    segment: 'opschortingen',
    scope: 'zaken.opschorten',
    schema: opschortingRequest,
    id: 'zaakOpschorten',
    name: 'Opschorting',
    summary: 'Suspend the legal term (Awb 4:15)',
    example: { versie: 2, reden: 'overmacht', op: '2026-11-26', tot: '2026-12-10' },
  },
} as const satisfies Act<InputOf<typeof opschortingRequest>>

export const suspendZaak = performing(SUSPEND_ZAAK)
