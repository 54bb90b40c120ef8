import type { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ApiScope } from '../../env.ts'
import type { Recht } from '../../rechten/mag.ts'
import { inOrderOfDays } from '../herberekening/replay-termijn.ts'
import {
  applyChange,
  type Changed,
  type Handeling,
  type Handelingsoort,
  type Next,
  type Wider,
} from '../wijziging/apply-change.ts'
import { TERMIJNBEWAKING } from '../wijziging/compose-act.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { withGrant } from './besluit/given-by-law.ts'
import { brokenRules, goesOn, type Rule, type Standing, type Subject } from './rules.ts'
import { CONTINUE_STILSTAND } from './stilstand/continue-stilstand.ts'
import { LAPSE_INGEBREKESTELLING } from './te-laat/lapse-ingebrekestelling.ts'
import { isTeVroeg } from './te-laat/te-laat.ts'

/** `broken`: every reason at once. */
export type Refused<Reason extends string> =
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'refused'; broken: Reason[] }

export type Outcome<Reason extends string> = Changed | Conflict | Refused<Reason>

/** Everything about an act on a zaak, except its texts for the desk and the citizen. */
export type Act<Input = never> = {
  /** the soort of its history row and of its event */
  soort: Handelingsoort
  /** the name in the log and the audittrail */
  auditnaam: string
  /** the right of the behandelaar on the zaak */
  recht: Recht
  /** the further data of the zaak that it reads */
  reads?: 'dossier'
  /** Rules about the zaak: while one is broken, no input makes the act possible. */
  needs: readonly Rule<Standing>[]
  /** rules about the input */
  rules: readonly Rule<Subject<Input>>[]
  /** returns the members of the zaak that change */
  next: (subject: Subject<Input>, ctx: Pick<ZaaksysteemContext, 'pool'>) => Next | Promise<Next>
  /** the text of its history row for the citizen, in Dutch, when nobody types one */
  tells?: (subject: Subject<Input>) => string
  /** what it writes besides the zaak and its history */
  also?: (input: Input) => Wider | undefined
  /** how API clients perform it; absent: they cannot */
  api?: {
    /** the last part of `POST /v1/zaken/{uuid}/{segment}` */
    segment: string
    scope: ApiScope
    schema: z.ZodType
    /** the operationId in the OpenAPI document, and the name of its body */
    id: string
    name: string
    summary: string
    example: object
  }
}

export type ReasonOf<A extends Pick<Act, 'needs' | 'rules'>> = A['needs' | 'rules'][number]['reason']

/** The input of an act whose API body has this schema. */
export type InputOf<Schema extends z.ZodType> = Handeling & Omit<z.output<Schema>, 'versie' | 'statustoelichting'>

/** True when some input makes an act possible now. */
export function isPossible({ needs }: Pick<Act, 'needs'>, standing: Standing): boolean {
  return !needs.some(({ broken }) => broken(standing))
}

export type Judged<Reason extends string> =
  | { ok: true; next: Next; tells: string | undefined }
  | Extract<Refused<Reason>, { broken: unknown }>

/** Returns the changes that an act would make with this input, or all rules that it breaks. */
export async function judgeHandeling<Input, A extends Act<Input>>(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool'>,
  { soort, needs, rules, next, tells }: A & Act<Input>,
  judged: Omit<Subject<Input>, 'formulierhosts'>,
): Promise<Judged<ReasonOf<A>>> {
  const subject = { ...judged, formulierhosts: ctx.env.ZAAKSYSTEEM_FORMULIERHOSTS }
  const broken = [...brokenRules(needs, subject), ...brokenRules(rules, subject)]
  if (broken.length > 0) return { ok: false, reason: 'refused', broken: [...new Set(broken as ReasonOf<A>[])] }
  const becomes = await inOrderOfDays(ctx, subject, { soort, next: await next(subject, ctx) })
  return { ok: true, next: withGrant(subject, becomes), tells: tells?.(subject) }
}

const BY_LAW = { taak: TERMIJNBEWAKING }

/** Overrides of the act. */
type Instead = { recht?: Recht; also?: Wider | undefined }

/** Performs an act on a zaak: reads it, checks all rules, and changes it. */
export async function performHandeling<Input extends Handeling & { reden?: string }, A extends Act<Input>>(
  ctx: ZaaksysteemContext,
  act: A & Act<Input>,
  input: Input,
  { recht = act.recht, also = act.also?.(input) }: Instead = {},
): Promise<Outcome<ReasonOf<A>>> {
  const { behandelaarId, request } = input.gezetDoor
  const wanted = { ...input, behandelaarId, client: request?.client, recht, reads: act.reads }
  const found = await findZaakAtVersie(ctx, wanted)
  if (!found.ok) return found
  const { zaak, zaaktype } = found
  const judged = await judgeHandeling<Input, A>(ctx, act, {
    zaak,
    zaaktype,
    input,
    today: dateInAmsterdam(ctx.clock()),
  })
  if (!judged.ok) return judged
  const { auditnaam } = act
  const { toelichting = judged.tells, reden, gezetDoor, traceparent, gebeurtenisId } = input
  const { soort = act.soort, ...next } = judged.next
  const change = { zaak, zaaktype, soort, auditnaam, next, toelichting, reden, gezetDoor, traceparent, gebeurtenisId }
  const changed = await applyChange(ctx, change, also)
  if (changed.ok && zaak.opschorting !== null && goesOn({ ...zaak, ...next })) {
    const { zaakId } = input
    const { versie } = changed
    const by = { gezetDoor: BY_LAW, traceparent, reden: zaak.daarnaReden as string }
    await performHandeling(ctx, CONTINUE_STILSTAND, { zaakId, versie, ...by })
  }
  // This act may show that an ingebrekestelling came too early. If this process dies, the worker lapses it.
  if (changed.ok && zaak.ingebrekegesteldOp !== null && !isTeVroeg(found)) {
    const { zaakId } = input
    await performHandeling(ctx, LAPSE_INGEBREKESTELLING, {
      zaakId,
      versie: changed.versie,
      gezetDoor: BY_LAW,
      traceparent,
    })
  }
  return changed
}

export function performing<Input extends Handeling & { reden?: string }, A extends Act<Input>>(act: A & Act<Input>) {
  return (ctx: ZaaksysteemContext, input: Input, instead?: Instead) =>
    performHandeling<Input, A>(ctx, act, input, instead)
}
