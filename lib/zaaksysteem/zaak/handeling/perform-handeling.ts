import type { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ApiScope } from '../../env.ts'
import type { Recht } from '../../rechten/recht.ts'
import { inOrderOfDays } from '../herberekening/replay-termijn.ts'
import {
  applyChange,
  type Changed,
  type Handeling,
  type Handelingsoort,
  type Next,
  type Wider,
} from '../wijziging/apply-change.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { TERMIJNBEWAKING } from '../wijziging/write-change.ts'
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

/** All that there is to know of an act on a zaak, but for what it is called at the desk and for the citizen. */
export type Act<Input = never> = {
  /** of its row in the history, which is that of its event */
  soort: Handelingsoort
  /** as the log and the audittrail name it */
  auditnaam: string
  /** what a behandelaar needs for the zaak */
  recht: Recht
  /** what it needs to know of the zaak that other acts do without */
  reads?: 'dossier'
  /** of the zaak: while one of these is broken, no input makes the act possible */
  needs: readonly Rule<Standing>[]
  /** of the input */
  rules: readonly Rule<Subject<Input>>[]
  /** what becomes different of the zaak */
  next: (subject: Subject<Input>, ctx: Pick<ZaaksysteemContext, 'pool'>) => Next | Promise<Next>
  /** what its row tells the citizen, where nobody types that; in Dutch, as a toelichting is */
  tells?: (subject: Subject<Input>) => string
  /** what it writes besides the zaak and its history */
  also?: (input: Input) => Wider
  /** how API clients perform it; absent: they do not */
  api?: {
    /** the last of `POST /v1/zaken/{uuid}/{segment}` */
    segment: string
    scope: ApiScope
    schema: z.ZodType
    /** of the operation in the OpenAPI document, and of its body */
    id: string
    name: string
    summary: string
    example: object
  }
}

/** Why an act can be refused. */
export type ReasonOf<A extends Pick<Act, 'needs' | 'rules'>> = A['needs' | 'rules'][number]['reason']

/** What an act is given whose API takes this body. */
export type InputOf<Schema extends z.ZodType> = Handeling & Omit<z.output<Schema>, 'versie' | 'statustoelichting'>

/** Whether there is an input with which an act can be done now. */
export function isPossible({ needs }: Pick<Act, 'needs'>, standing: Standing): boolean {
  return !needs.some(({ broken }) => broken(standing))
}

export type Judged<Reason extends string> =
  | { ok: true; next: Next; tells: string | undefined }
  | Extract<Refused<Reason>, { broken: unknown }>

/** Whether an act on a zaak may be done with this input, and what would become different. */
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

/** The actor of what happens by law. */
const BY_LAW = { taak: TERMIJNBEWAKING }

/** What holds instead of what the act says itself. */
type Instead = { recht?: Recht; also?: Wider | undefined }

/** Does an act on a zaak: reads it, checks all its rules, and changes it. */
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
  // by this act an ingebrekestelling may turn out to be too early; the worker does so where this process dies before it
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

/** The function that does this act. */
export function performing<Input extends Handeling & { reden?: string }, A extends Act<Input>>(act: A & Act<Input>) {
  return (ctx: ZaaksysteemContext, input: Input, instead?: Instead) =>
    performHandeling<Input, A>(ctx, act, input, instead)
}
