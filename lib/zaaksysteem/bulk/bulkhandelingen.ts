import type { ZaaksysteemContext } from '../context.ts'
import { CHANGE_STATUS, type StatusRefusal } from '../zaak/handeling/change-status.ts'
import { EXTEND, type ExtendRefusal } from '../zaak/handeling/extend-zaak.ts'
import { type Act, judgeHandeling, type Outcome, performHandeling } from '../zaak/handeling/perform-handeling.ts'
import { RESUME, type ResumeRefusal } from '../zaak/handeling/resume-zaak.ts'
import type { Subject } from '../zaak/handeling/rules.ts'
import { SUSPEND, type SuspendRefusal } from '../zaak/handeling/suspend-zaak.ts'
import type { Handeling } from '../zaak/wijziging/apply-change.ts'

/** The input of an act, as a bulkopdracht keeps it: without what differs by zaak, and who acts. */
export type Invoer = Record<string, unknown> & { toelichting?: string; reden?: string }

type BulkRefusal = StatusRefusal | SuspendRefusal | ResumeRefusal | ExtendRefusal

type Bulkact = {
  soort: Act<never, BulkRefusal>['soort']
  judge: (base: Subject<Invoer>) => ReturnType<typeof judgeHandeling<never, BulkRefusal, object>>
  perform: (
    ctx: ZaaksysteemContext,
    call: { handeling: Handeling; invoer: Invoer; also: Act<never, BulkRefusal>['also'] },
  ) => Promise<Outcome<BulkRefusal>>
}

/** What the form of the act let through has the form of its input. */
function inBulk<Input extends Handeling & { reden?: string }, Reason extends BulkRefusal, More extends object>(
  act: Act<Input, Reason, More>,
): Bulkact {
  return {
    soort: act.soort,
    judge: (base) => judgeHandeling(act, base as unknown as Subject<Input>),
    perform: (ctx, { handeling, invoer, also }) =>
      performHandeling(ctx, { ...invoer, ...handeling } as unknown as Input, { ...act, recht: 'coordineren', also }),
  }
}

/** The acts that make sense for many zaken with one input. */
export const BULKHANDELINGEN = {
  status: inBulk(CHANGE_STATUS),
  opschorten: inBulk(SUSPEND),
  hervatten: inBulk(RESUME),
  verlengen: inBulk(EXTEND),
}

export type Bulkhandeling = keyof typeof BULKHANDELINGEN

/**
 * Why a zaak of a bulkopdracht was refused: a rule of its act, or
 * - `changed_meanwhile`: since the preview
 * - `not_found`: it was removed
 * - `may_not_bulk`: whoever ordered it lost that right
 * - `failed`: our own trouble
 */
export type BulkReden = BulkRefusal | 'changed_meanwhile' | 'not_found' | 'may_not_bulk' | 'failed'
