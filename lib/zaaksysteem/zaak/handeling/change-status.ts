import type { Resultaattype, Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { type Act, performHandeling } from './perform-handeling.ts'
import { CLOSED, offeredStatustypen, type Rule, type Subject } from './rules.ts'

export type StatusChange = Handeling & {
  statustype: string
  /** code of a resultaattype; counts only for the eindstatus */
  resultaat?: string | undefined
  /** dagtekening of the besluit, `yyyy-mm-dd`; counts only for a resultaat that is one; today when absent */
  besluitdatum?: string | undefined
  /** when the besluit is or was made known, from which one can object; the besluitdatum when absent */
  bekendmakingsdatum?: string | undefined
}

type Closing = { closes: boolean; resultaattype: Resultaattype | undefined; besluit: Besluit | undefined }
type Besluit = { besluitdatum: string; bekendmakingsdatum: string }

const RULES = [
  CLOSED,
  {
    reason: 'status_not_offered',
    broken: ({ zaaktype, zaak, input }) =>
      zaak.einddatum === null && !offeredStatustypen(zaaktype, zaak).some(({ code }) => code === input.statustype),
  },
  { reason: 'resultaat_required', broken: ({ closes, input }) => closes && !input.resultaat },
  {
    reason: 'resultaat_not_of_zaaktype',
    broken: ({ closes, input, resultaattype }) => closes && Boolean(input.resultaat) && !resultaattype,
  },
  {
    reason: 'besluit_in_future',
    broken: ({ besluit, today }) => besluit !== undefined && besluit.besluitdatum > today,
  },
  {
    reason: 'besluit_before_zaak',
    broken: ({ besluit, zaak }) => besluit !== undefined && besluit.besluitdatum < zaak.startdatum,
  },
  {
    reason: 'bekendmaking_before_besluit',
    broken: ({ besluit }) => besluit !== undefined && besluit.bekendmakingsdatum < besluit.besluitdatum,
  },
] as const satisfies Rule<string, Subject<StatusChange> & Closing>[]

export type StatusRefusal = (typeof RULES)[number]['reason']

/** Sets the next status of a zaak. The eindstatus closes it. */
export const CHANGE_STATUS: Act<StatusChange, StatusRefusal, Closing> = {
  soort: 'statuswijziging',
  read: async ({ zaaktype, input, today }) => readClosing(zaaktype, input, today),
  rules: RULES,
  next: ({ input: { statustype }, today, resultaattype, besluit }) =>
    resultaattype
      ? {
          statustype,
          statuscode: resultaattype.statuscode,
          resultaat: resultaattype.code,
          einddatum: today,
          opschorting: null,
          opgeschortOp: null,
          opgeschortTot: null,
          ...besluit,
        }
      : { statustype, statuscode: statustype },
}

export function changeStatus(ctx: ZaaksysteemContext, change: StatusChange) {
  return performHandeling(ctx, change, CHANGE_STATUS)
}

function readClosing(zaaktype: Zaaktype, input: StatusChange, today: string): Closing {
  const closes = zaaktype.statustypen.at(-1)?.code === input.statustype
  const resultaattype = closes ? zaaktype.resultaattypen.find(({ code }) => code === input.resultaat) : undefined
  const { besluitdatum = today, bekendmakingsdatum = besluitdatum } = input
  return { closes, resultaattype, besluit: resultaattype?.isBesluit ? { besluitdatum, bekendmakingsdatum } : undefined }
}
