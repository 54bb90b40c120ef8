import { vertrouwelijkheidRequest } from '#lib/contract/handeling-requests.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { answerOnce } from '../../api/answer-once.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { setVertrouwelijk } from '../vertrouwelijkheid/set-vertrouwelijk.ts'
import { type RefusedRequest, readKeyedRequest, refusedResponse } from './read-keyed-request.ts'
import type { ApiRefusal } from './refusals.ts'

export const VERTROUWELIJKHEID_REFUSALS = ['behandelaar_not_of_team'] as const satisfies ApiRefusal[]

type Refused = RefusedRequest<(typeof VERTROUWELIJKHEID_REFUSALS)[number]>

/**
 * `/v1/zaken/{uuid}/vertrouwelijkheden`: an allowed client shields a zaak from other teams at the desk, or no longer, once
 * for each Idempotency-Key. Like a toewijzing it has neither versie nor event.
 */
export async function handleVertrouwelijkheid(
  ctx: ZaaksysteemContext,
  request: Request,
  { uuid: zaakId }: { uuid: string },
): Promise<Response> {
  const wanted = {
    zaakId,
    segment: 'vertrouwelijkheden',
    scope: 'zaken.vertrouwelijkheid',
    schema: vertrouwelijkheidRequest,
  } as const
  const read = await readKeyedRequest(ctx, request, wanted)
  if (!read.ok) return read.response
  const { keyed, zaaktypen, value } = read
  const traceparent = traceparentOf(request.headers.get('traceparent'))
  const answer = await answerOnce<Refused>(ctx, keyed, async () => {
    const set = await setVertrouwelijk(ctx, { zaakId, ...value, door: { request: keyed }, zaaktypen, traceparent })
    if (!set.ok) return set
    return { ok: true, httpStatus: keyed.httpStatus, antwoord: { vertrouwelijk: value.vertrouwelijk } }
  })
  return answer.ok ? jsonResponse(answer.antwoord, { status: answer.httpStatus }) : refusedResponse(answer)
}
