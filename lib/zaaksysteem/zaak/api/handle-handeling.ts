import { jsonResponse, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { answerOnce } from '../../api/answer-once.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { performNamed } from '../handeling/handelingen.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { readKeyedRequest, refusedResponse } from './read-keyed-request.ts'
import { API_HANDELINGEN, type ApiHandeling } from './refusals.ts'

/** `/v1/zaken/{uuid}/{segment}`: an allowed client performs an act, once for each Idempotency-Key. */
export async function handleHandeling(
  ctx: ZaaksysteemContext,
  request: Request,
  { uuid: zaakId, handeling: segment }: { uuid: string; handeling: string },
): Promise<Response> {
  if (!Object.hasOwn(API_HANDELINGEN, segment)) return notFoundResponse()
  const { naam, act } = API_HANDELINGEN[segment] as (typeof API_HANDELINGEN)[string]
  const { scope, schema } = act.api
  const read = await readKeyedRequest(ctx, request, { zaakId, segment, scope, schema })
  if (!read.ok) return read.response

  const { keyed, zaaktypen } = read
  const { statustoelichting: toelichting, ...wanted } = read.value as { versie: number; statustoelichting?: string }
  const traceparent = traceparentOf(request.headers.get('traceparent'))
  const handeling: Handeling = { ...wanted, toelichting, zaakId, zaaktypen, gezetDoor: { request: keyed }, traceparent }
  const answer = await answerOnce<Exclude<Awaited<ReturnType<typeof performNamed<ApiHandeling>>>, { ok: true }>>(
    ctx,
    keyed,
    async () => {
      const changed = await performNamed(ctx, naam, handeling)
      if (!changed.ok) return changed
      const { gebeurtenisId, versie } = changed
      return { ok: true, httpStatus: keyed.httpStatus, antwoord: { gebeurtenisId, versie } }
    },
  )
  return answer.ok ? jsonResponse(answer.antwoord, { status: answer.httpStatus }) : refusedResponse(answer)
}
