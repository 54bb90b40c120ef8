import { doorzendingRequest } from '#lib/contract/handeling-requests.ts'
import type { Resultaattype, Zaaktype } from '../../../catalogus/zaaktype.ts'
import { vanKracht } from '../besluit/besluitdatums.ts'
import { DECIDED_ALREADY, isDue } from '../besluit/given-by-law.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, closedWith, opBeforeZaak, opInFuture } from '../rules.ts'

const resultaattypeOf = ({ resultaattypen }: Zaaktype): Resultaattype | undefined =>
  resultaattypen.find(({ doorzending }) => doorzending)

/**
 * Doorzenden (Awb 2:3): another bestuursorgaan must handle the aanvraag, or a part of it, and has
 * received it. The aanvrager is told at the same moment. Not possible after a besluit, because that
 * part was for us to decide.
 */
export const FORWARD_ZAAK = {
  soort: 'doorzending',
  auditnaam: 'zaak_doorzenden',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      ...DECIDED_ALREADY,
      detail: 'The zaak has a besluit, so it can no longer be sent on.',
      broken: (standing) => vanKracht(standing.zaak.besluiten).length > 0 || isDue(standing),
    },
  ],
  rules: [
    opInFuture('forwarded_in_future'),
    opBeforeZaak('forwarded_before_zaak'),
    {
      reason: 'no_resultaat_of_doorzending',
      tekst: 'Dit zaaktype heeft geen resultaat voor doorzenden. Vraag de beheerder om er een te maken.',
      veld: 'geheel',
      detail: 'The zaaktype has no resultaat for a doorzending.',
      broken: ({ input, zaaktype }) => input.geheel && !resultaattypeOf(zaaktype),
    },
  ],
  next: ({ input: { naar, op, geheel }, ...standing }) => ({
    doorgezondenNaar: naar,
    doorgezondenOp: op,
    ...(geheel && closedWith({ ...standing, today: op }, resultaattypeOf(standing.zaaktype) as Resultaattype)),
  }),
  api: {
    segment: 'doorzendingen',
    scope: 'zaken.doorzenden',
    schema: doorzendingRequest,
    id: 'zaakDoorzenden',
    name: 'Doorzending',
    summary: 'Record a doorzending (Awb 2:3)',
    example: { versie: 2, naar: 'Waterschap Vallei en Veluwe', op: '2026-11-26', geheel: true },
  },
} as const satisfies Act<InputOf<typeof doorzendingRequest>>

export const forwardZaak = performing(FORWARD_ZAAK)
