import type { ZaaksysteemContext } from '../../context.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { type Act, performHandeling } from './perform-handeling.ts'
import { CLOSED, type Rule, SUSPENDED_ALREADY, type Subject } from './rules.ts'

export type Suspension = Handeling & {
  /** code of an opschortingsreden of the zaaktype */
  reden: string
  /** the term stands still from the day after, `yyyy-mm-dd` */
  op: string
  /** until when that is expected, `yyyy-mm-dd` */
  tot: string
}

const RULES = [
  CLOSED,
  SUSPENDED_ALREADY,
  {
    reason: 'reden_not_of_zaaktype',
    broken: ({ zaaktype, input }) => !zaaktype.opschortingsredenen.some(({ code }) => code === input.reden),
  },
  { reason: 'begins_in_future', broken: ({ input, today }) => input.op > today },
  { reason: 'begins_before_zaak', broken: ({ input, zaak }) => input.op < zaak.startdatum },
  // otherwise days that stood still would count twice
  {
    reason: 'begins_before_hervatting',
    broken: ({ input, zaak }) => zaak.hervatOp !== null && input.op < zaak.hervatOp,
  },
  { reason: 'begins_after_term', broken: ({ input, zaak }) => input.op > zaak.uiterlijkeEinddatum },
  { reason: 'ends_before_begin', broken: ({ input }) => input.tot <= input.op },
] as const satisfies Rule<string, Subject<Suspension>>[]

export type SuspendRefusal = (typeof RULES)[number]['reason']

/** Opschorten (Awb 4:15 lid 1 under b, and lid 2): the term stands still until somebody lets it run again. */
export const SUSPEND: Act<Suspension, SuspendRefusal> = {
  soort: 'opschorting',
  rules: RULES,
  next: ({ input: { op, tot } }) => ({ opschorting: 'opschorting', opgeschortOp: op, opgeschortTot: tot }),
}

export function suspendZaak(ctx: ZaaksysteemContext, suspension: Suspension) {
  return performHandeling(ctx, suspension, SUSPEND)
}
