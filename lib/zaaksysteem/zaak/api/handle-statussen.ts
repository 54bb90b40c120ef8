import { createHash } from 'node:crypto'
import { z } from 'zod'
import { statusRequest } from '#lib/contract/status-request.ts'
import { jsonResponse, methodNotAllowed, type Problem, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { answerOnce } from '../../api/answer-once.ts'
import { authorizeClient } from '../../api/api-client.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { changeStatus } from '../handeling/change-status.ts'

const refuseMethod = methodNotAllowed('POST')
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

/** The answer to each refusal. */
const PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
  conflict: { status: 409, title: 'Conflict', detail: 'The zaak has changed after this versie. Read it again.' },
  closed: { status: 409, title: 'Closed', detail: 'The zaak is closed; only a behandelaar can reopen it.' },
  status_not_offered: { status: 409, title: 'Not a next status', detail: 'The zaak cannot go to this statustype.' },
  resultaat_required: { status: 400, title: 'No resultaat', detail: 'The eindstatus needs a resultaat.' },
  resultaat_not_of_zaaktype: {
    status: 400,
    title: 'Unknown resultaat',
    detail: 'The zaaktype does not have this resultaat.',
  },
  key_missing: {
    status: 400,
    title: 'No Idempotency-Key',
    detail: 'Send an Idempotency-Key of 1 to 255 visible ASCII characters, the same one at each repeat.',
  },
  key_reused: { status: 422, title: 'Key used before', detail: 'This Idempotency-Key belongs to another request.' },
} as const satisfies Record<string, Omit<Problem, 'code'>>

/** `/v1/zaken/{uuid}/statussen`: an allowed client sets the next status, once for each Idempotency-Key. */
export async function handleStatussen(ctx: ZaaksysteemContext, request: Request, zaakId: string): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod()
  const caller = authorizeClient(ctx, request.headers, 'zaken.statussen.toevoegen')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (!z.uuid().safeParse(zaakId).success) return refuse('not_found')
  const sleutel = request.headers.get('Idempotency-Key') ?? ''
  if (!IDEMPOTENCY_KEY.test(sleutel)) return refuse('key_missing')
  const read = await readJsonRequest(request, statusRequest)
  if (!read.ok) return read.response

  const { statustoelichting: toelichting, ...wanted } = read.value
  const traceparent = traceparentOf(request.headers.get('traceparent'))
  const requestHash = createHash('sha256').update(`POST ${zaakId} `).update(read.bytes).digest('base64url')
  const keyed = { client, sleutel, requestHash, httpStatus: 201 }
  const answer = await answerOnce(ctx, keyed, async () => {
    const changed = await changeStatus(ctx, { ...wanted, toelichting, zaakId, request: keyed, traceparent })
    if (!changed.ok) return changed
    const { gebeurtenisId, versie } = changed
    return { ok: true, httpStatus: keyed.httpStatus, antwoord: { gebeurtenisId, versie } }
  })
  if (!answer.ok) return refuse(answer.reason)
  return jsonResponse(answer.antwoord, { status: answer.httpStatus })
}

function refuse(code: keyof typeof PROBLEMS): Response {
  return problemResponse({ code, ...PROBLEMS[code] })
}
