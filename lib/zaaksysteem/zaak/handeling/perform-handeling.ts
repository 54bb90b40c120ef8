import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Recht } from '../../rechten/recht.ts'
import { applyChange, type Changed, type Handeling } from '../wijziging/apply-change.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import type { ZaakState } from '../wijziging/zaak-state.ts'
import { brokenRules, type Rule, type Subject } from './rules.ts'

/** `broken`: every reason at once. */
export type Refused<Reason extends string> =
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'refused'; broken: Reason[] }

export type Outcome<Reason extends string> = Changed | Conflict | Refused<Reason>

export type Act<Input, Reason extends string, More extends object = object> = {
  soort: Parameters<typeof applyChange>[1]['soort']
  /** what a behandelaar needs for the zaak */
  recht?: Recht
  /** further reads that rules or `next` need */
  read?: (subject: Subject<Input>) => Promise<More>
  rules: readonly Rule<Reason, Subject<Input> & More>[]
  /** what becomes different of the zaak */
  next: (subject: Subject<Input> & More) => Partial<ZaakState>
  /** what the act writes besides the zaak and its history */
  also?: Parameters<typeof applyChange>[2]
}

type Judged<Reason extends string> =
  | { ok: true; next: Partial<ZaakState> }
  | Extract<Refused<Reason>, { broken: unknown }>

/** Whether an act on a zaak is possible, and what would become different. */
export async function judgeHandeling<Input, Reason extends string, More extends object>(
  { read, rules, next }: Pick<Act<Input, Reason, More>, 'read' | 'rules' | 'next'>,
  base: Subject<Input>,
): Promise<Judged<Reason>> {
  const subject = { ...base, ...((await read?.(base)) as More) }
  const broken = brokenRules(rules, subject)
  return broken.length > 0 ? { ok: false, reason: 'refused', broken } : { ok: true, next: next(subject) }
}

/** An act on a zaak: reads it, checks all its rules, and changes it. */
export async function performHandeling<
  Input extends Handeling & { reden?: string },
  Reason extends string,
  More extends object = object,
>(ctx: ZaaksysteemContext, input: Input, act: Act<Input, Reason, More>): Promise<Outcome<Reason>> {
  const { recht = 'behandelen', soort, also } = act
  const found = await findZaakAtVersie(ctx, { ...input, behandelaarId: input.gezetDoor.behandelaarId, recht })
  if (!found.ok) return found
  const { zaak, zaaktype } = found
  const judged = await judgeHandeling(act, { zaak, zaaktype, input, today: dateInAmsterdam(ctx.clock()) })
  if (!judged.ok) return judged
  const { next } = judged
  const { toelichting, reden, gezetDoor, traceparent, gebeurtenisId } = input
  const change = { zaak, zaaktype, soort, next, toelichting, reden, gezetDoor, traceparent, gebeurtenisId }
  return applyChange(ctx, change, also)
}
