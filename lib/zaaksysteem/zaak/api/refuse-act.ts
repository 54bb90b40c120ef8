import { jsonResponse, type Problems } from '#lib/platform/http/problem-json.ts'
import { type Answer, answerOnce, type KeyedRequest } from '../../api/answer-once.ts'
import type { Call } from '../../api/operation.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type ApiRefusal, REFUSALS, refusalDetails } from './refusals.ts'

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
