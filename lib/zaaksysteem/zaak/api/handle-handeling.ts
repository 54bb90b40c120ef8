import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  jsonResponse,
  methodNotAllowed,
  notFoundResponse,
  type Problem,
  problemResponse,
} from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { answerOnce } from '../../api/answer-once.ts'
import { authorizeClient } from '../../api/api-client.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { HANDELINGEN } from './handelingen.ts'
import { REFUSALS, refusalDetails } from './refusals.ts'

const refuseMethod = methodNotAllowed('POST')
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

const PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
  conflict: { status: 409, title: 'Conflict', detail: 'The zaak has changed after this versie. Read it again.' },
  key_missing: {
    status: 400,
    title: 'No Idempotency-Key',
    detail: 'Send an Idempotency-Key of 1 to 255 visible ASCII characters, the same one at each repeat.',
  },
  key_reused: { status: 422, title: 'Key used before', detail: 'This Idempotency-Key belongs to another request.' },
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
  const { client, zaaktypen } = caller
  if (!z.uuid().safeParse(zaakId).success) return refuse('not_found')
  const sleutel = request.headers.get('Idempotency-Key') ?? ''
  if (!IDEMPOTENCY_KEY.test(sleutel)) return refuse('key_missing')
  const read = await readJsonRequest(request, act.schema)
  if (!read.ok) return read.response

  const { statustoelichting: toelichting, ...wanted } = read.value as { versie: number; statustoelichting?: string }
  const traceparent = traceparentOf(request.headers.get('traceparent'))
  const requestHash = createHash('sha256').update(`POST ${segment} ${zaakId} `).update(read.bytes).digest('base64url')
  const keyed = { client, sleutel, requestHash, httpStatus: 201 }
  const handeling: Handeling = { ...wanted, toelichting, zaakId, zaaktypen, gezetDoor: { request: keyed }, traceparent }
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
  if (answer.reason !== 'refused') return refuse(answer.reason)
  const code = answer.broken[0] as keyof typeof REFUSALS
  return problemResponse({ code, ...REFUSALS[code], errors: refusalDetails(answer.broken) })
}

function refuse(code: keyof typeof PROBLEMS): Response {
  return problemResponse({ code, ...PROBLEMS[code] })
}
