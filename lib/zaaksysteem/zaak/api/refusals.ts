import type { ProblemDetail, Problems } from '#lib/platform/http/problem-json.ts'
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

export function refusalDetails(broken: readonly ApiRefusal[]): ProblemDetail[] {
  return broken.map((code) => {
    const { status: _, ...told } = REFUSALS[code]
    return { code, ...told }
  })
}
