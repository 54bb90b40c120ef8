import type { Problems } from '#lib/platform/http/problem-json.ts'
import type { Call } from '../../api/operation.ts'
import { type ApiRefusal, REFUSALS, refusalDetails } from './refusals.ts'

export const ONBEKEND_PROBLEMS = {
  not_found: { status: 404, detail: 'There is no zaak with this uuid.' },
} as const satisfies Problems

/** The problems of an act that names the versie. */
export const VERSIE_PROBLEMS = {
  conflict: { status: 409, detail: 'The zaak has changed after this versie. Read it again.' },
} as const satisfies Problems

export function problemsOf(refusals: readonly ApiRefusal[]): Problems {
  return Object.fromEntries(refusals.map((code) => [code, REFUSALS[code]]))
}

export type RefusedAct<Broken extends ApiRefusal = ApiRefusal> = { ok: false } & (
  | { reason: 'not_found' | 'conflict' | 'key_reused' }
  | { reason: 'refused'; broken: Broken[] }
)

/** The answer to a request that did not take effect: of several broken rules the first is its code, and all are listed. */
export function refuseAct(refuse: Call['refuse'], refused: RefusedAct): Response {
  if (refused.reason !== 'refused') return refuse(refused.reason)
  return refuse(refused.broken[0] as ApiRefusal, { errors: refusalDetails(refused.broken) })
}
