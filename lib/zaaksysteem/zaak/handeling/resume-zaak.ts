import type { ZaaksysteemContext } from '../../context.ts'
import { laterBy, stilstaandeDagen } from '../../termijn/beslistermijn.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import type { ZaakState } from '../wijziging/zaak-state.ts'
import { type Act, performHandeling } from './perform-handeling.ts'
import type { Rule, Subject } from './rules.ts'

export type Resumption = Handeling & {
  /** the first day on which the term runs again, `yyyy-mm-dd` */
  op: string
}

/** Rules for the day on which a term runs again, whatever it waited for. */
export const RUNS_AGAIN = [
  { reason: 'resumes_in_future', broken: ({ input, today }) => input.op > today },
  {
    reason: 'resumes_before_begin',
    broken: ({ input, zaak }) => zaak.opgeschortOp !== null && input.op < zaak.opgeschortOp,
  },
] as const satisfies Rule<string, Subject<{ op: string }>>[]

const RULES = [
  { reason: 'not_suspended', broken: ({ zaak }) => zaak.opschorting === null },
  { reason: 'waits_for_aanvulling', broken: ({ zaak }) => zaak.opschorting === 'aanvulling' },
  ...RUNS_AGAIN,
] as const satisfies Rule<string, Subject<Resumption>>[]

export type ResumeRefusal = (typeof RULES)[number]['reason']

/** Hervatten: both dates move by the days that the term stood still, however many were expected. */
export const RESUME: Act<Resumption, ResumeRefusal> = {
  soort: 'hervatting',
  rules: RULES,
  next: ({ zaak, input }) => resumed(zaak, input.op),
}

export function resumeZaak(ctx: ZaaksysteemContext, resumption: Resumption) {
  return performHandeling(ctx, resumption, RESUME)
}

/** What becomes different of a zaak when its term runs again. */
export function resumed(zaak: ZaakState, hervatOp: string): Partial<ZaakState> {
  const days = stilstaandeDagen({ opgeschortOp: zaak.opgeschortOp as string, hervatOp })
  return { ...laterBy(days, zaak), opschorting: null, opgeschortOp: null, opgeschortTot: null, hervatOp }
}
