import { jsonResponse, type ProblemDetail, type Problems } from '#lib/platform/http/problem-json.ts'
import { type Answer, answerOnce, type KeyedRequest } from '#lib/zaaksysteem/api/answer-once.ts'
import type { Call } from '#lib/zaaksysteem/api/operation.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { HANDELINGEN, type Handelingsnaam, type Refusal } from '../handelingen/handelingen.ts'
import type { Act } from '../handelingen/perform-handeling.ts'

type Named = { [Naam in Handelingsnaam]: (typeof HANDELINGEN)[Naam] extends { api: object } ? Naam : never }
type ApiHandeling = Named[Handelingsnaam]

type ApiAct = Act & { api: NonNullable<Act['api']> }

/** The acts that API clients perform, by the last segment of `/v1/zaken/{uuid}/{segment}`. */
export const API_HANDELINGEN: Record<string, { naam: ApiHandeling; act: ApiAct }> = Object.fromEntries(
  Object.entries(HANDELINGEN).flatMap(([naam, act]: [string, Act]) =>
    act.api ? [[act.api.segment, { naam: naam as ApiHandeling, act: act as ApiAct }]] : [],
  ),
)

type Told = { status: 400 | 409; detail: string; pointer?: string }

/** 409: the state of the zaak forbids the act. 400: another input would be accepted. */
export function refusalsOf({ needs, rules }: Pick<Act, 'needs' | 'rules'>): Record<string, Told> {
  const told = (list: Act['needs' | 'rules'], ofList: Told['status']) =>
    list.map(({ reason, detail, pointer, status = ofList }): [string, Told] => [
      reason,
      { status, detail, ...(pointer && { pointer }) },
    ])
  // a reason that occurs in both lists is reported as an error in the input
  const ofInput = told(rules, 400)
  const hopeless = told(needs, 409).filter(([reason]) => ofInput.every(([other]) => other !== reason))
  return Object.fromEntries([...hopeless, ...ofInput])
}

/** Handelingen without a versie: toewijzing, vertrouwelijkheid and interne documenten. */
const BESIDE_ACTS = {
  informatieobjecttype_uitgaand: {
    status: 400,
    detail: 'This informatieobjecttype is uitgaand, so the aanvrager reads its documents.',
  },
  behandelaar_unknown: {
    status: 400,
    detail: 'No behandelaar with this subject has signed in at the desk.',
  },
  behandelaar_not_of_team: {
    status: 409,
    detail: 'The behandelaar would no longer see the zaak. Assign it to a member of its team first.',
  },
  behandelaar_not_permitted: {
    status: 409,
    detail: 'This behandelaar may not handle zaken of that team, or not this vertrouwelijke zaak.',
  },
  team_unknown: { status: 400, detail: 'The team does not exist or has ended.' },
} as const satisfies Problems

export type ApiRefusal = Refusal<ApiHandeling> | keyof typeof BESIDE_ACTS

/** All reasons for which the API can refuse an act. */
export const REFUSALS = {
  ...Object.assign({}, ...Object.values(API_HANDELINGEN).map(({ act }) => refusalsOf(act))),
  ...BESIDE_ACTS,
} as Record<ApiRefusal, Told>

function refusalDetails(broken: readonly ApiRefusal[]): ProblemDetail[] {
  return broken.map((code) => {
    const { status: _, ...told } = REFUSALS[code]
    return { code, ...told }
  })
}

export const ONBEKEND_PROBLEMS = {
  not_found: { status: 404, detail: 'There is no zaak with this uuid.' },
} as const satisfies Problems

/** The problems of an act whose body has the versie. */
export const VERSIE_PROBLEMS = {
  conflict: { status: 409, detail: 'The zaak has changed since this versie. Read it again.' },
} as const satisfies Problems

export function problemsOf(refusals: readonly ApiRefusal[]): Problems {
  return Object.fromEntries(refusals.map((code) => [code, REFUSALS[code]]))
}

export type RefusedAct<Broken extends ApiRefusal = ApiRefusal> = { ok: false } & (
  | { reason: 'not_found' | 'conflict' | 'key_reused' }
  | { reason: 'refused'; broken: Broken[] }
)

/**
 * Answers a request for an act. The code of a refusal is its first broken rule; all are listed.
 *
 * @param act performs the act, and returns the response when it took effect
 */
export async function answerAct<Refused extends RefusedAct>(
  ctx: Pick<ZaaksysteemContext, 'db'>,
  { keyed, refuse }: { keyed: KeyedRequest; refuse: Call['refuse'] },
  act: () => Promise<Pick<Answer, 'ok' | 'antwoord'> | Refused>,
): Promise<Response> {
  const answer = await answerOnce<RefusedAct>(ctx, keyed, async () => {
    const done = await act()
    return done.ok ? { ...done, httpStatus: keyed.httpStatus } : done
  })
  if (answer.ok) return jsonResponse(answer.antwoord, { status: answer.httpStatus })
  if (answer.reason !== 'refused') return refuse(answer.reason)
  return refuse(answer.broken[0] as ApiRefusal, { errors: refusalDetails(answer.broken) })
}
