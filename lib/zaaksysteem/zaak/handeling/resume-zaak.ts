import { hervattingRequest } from '#lib/contract/handeling-requests.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Act, type InputOf, performHandeling } from './perform-handeling.ts'
import { type Rule, resumed, type Subject } from './rules.ts'

type Resumption = InputOf<typeof hervattingRequest>

/** Rules for the day on which a term runs again, whatever it waited for. */
export const RUNS_AGAIN = [
  {
    reason: 'resumes_in_future',
    title: 'Resumes in the future',
    detail: 'op must not lie after today.',
    broken: ({ input, today }) => input.op > today,
  },
  {
    reason: 'resumes_before_begin',
    title: 'Resumes too early',
    detail: 'op must not lie before the day on which the term was suspended.',
    broken: ({ input, zaak }) => zaak.opgeschortOp !== null && input.op < zaak.opgeschortOp,
  },
] as const satisfies Rule<Subject<{ op: string }>>[]

/**
 * Hervatten: both dates move by the days that the term stood still, however many were expected. Consent to wait ended on its
 * last day, whoever resumes later (Awb 4:15 lid 2 a).
 */
export const RESUME_ZAAK = {
  soort: 'hervatting',
  auditnaam: 'zaak_hervatten',
  recht: 'behandelen',
  needs: [
    {
      reason: 'not_suspended',
      title: 'Not suspended',
      detail: 'The term does not stand still.',
      broken: ({ zaak }) => zaak.opschorting === null,
    },
    {
      reason: 'waits_for_aanvulling',
      title: 'Waits for an aanvulling',
      detail: 'The term runs again when the aanvulling has come.',
      broken: ({ zaak }) => zaak.opschorting === 'aanvulling',
    },
  ],
  rules: RUNS_AGAIN,
  next: ({ zaak, zaaktype, input }) => resumed(zaak, zaaktype, input.op),
  api: {
    segment: 'hervattingen',
    scope: 'zaken.opschorten',
    schema: hervattingRequest,
    id: 'zaakHervatten',
    name: 'Hervatting',
    summary: 'Lets the term run again; both dates move',
    example: { versie: 3, op: '2026-12-08' },
  },
} as const satisfies Act<Resumption>

export function resumeZaak(ctx: ZaaksysteemContext, resumption: Resumption) {
  return performHandeling(ctx, RESUME_ZAAK, resumption)
}
