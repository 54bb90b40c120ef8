import { z } from 'zod'
import {
  jsonResponse,
  methodNotAllowed,
  notFoundResponse,
  type Problem,
  problemResponse,
} from '#lib/platform/http/problem-json.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { answerOnce } from '../../api/answer-once.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { keyReusedResponse, readKeyedRequest } from '../../api/read-keyed-request.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { HANDELINGEN } from './handelingen.ts'
import { REFUSALS, refusalDetails } from './refusals.ts'

const refuseMethod = methodNotAllowed('POST')

const PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
  conflict: { status: 409, title: 'Conflict', detail: 'The zaak has changed after this versie. Read it again.' },
} as const satisfies Record<string, Omit<Problem, 'code'>>

/** `/v1/zaken/{uuid}/{segment}`: an allowed client performs an act, once for each Idempotency-Key. */
export async function handleHandeling(
  ctx: ZaaksysteemContext,
  request: Request,
  { uuid: zaakId, handeling: segment }: { uuid: string; handeling: string },
): Promise<Response> {
  if (!Object.hasOwn(HANDELINGEN, segment)) return notFoundResponse()
  const act = HANDELINGEN[segment] as (typeof HANDELINGEN)[string]
  if (request.method !== 'POST') return refuseMethod()
  const caller = authorizeClient(ctx, request.headers, act.scope)
  if (!caller.ok) return caller.response
  if (!z.uuid().safeParse(zaakId).success) return refuse('not_found')
  const target = `${segment} ${zaakId}`
  const read = await readKeyedRequest(request, { client: caller.client, target, schema: act.schema })
  if (!read.ok) return read.response
  const { keyed } = read

  const { statustoelichting: toelichting, ...wanted } = read.value as { versie: number; statustoelichting?: string }
  const traceparent = traceparentOf(request.headers.get('traceparent'))
  const handeling: Handeling = { ...wanted, toelichting, zaakId, gezetDoor: { request: keyed }, traceparent }
  const answer = await answerOnce<Exclude<Awaited<ReturnType<typeof act.perform>>, { ok: true }>>(
    ctx,
    keyed,
    async () => {
      const changed = await act.perform(ctx, handeling)
      if (!changed.ok) return changed
      const { gebeurtenisId, versie } = changed
      return { ok: true, httpStatus: keyed.httpStatus, antwoord: { gebeurtenisId, versie } }
    },
  )
  if (answer.ok) return jsonResponse(answer.antwoord, { status: answer.httpStatus })
  if (answer.reason === 'key_reused') return keyReusedResponse()
  if (answer.reason !== 'refused') return refuse(answer.reason)
  const code = answer.broken[0] as keyof typeof REFUSALS
  return problemResponse({ code, ...REFUSALS[code], errors: refusalDetails(answer.broken) })
}

function refuse(code: keyof typeof PROBLEMS): Response {
  return problemResponse({ code, ...PROBLEMS[code] })
}
