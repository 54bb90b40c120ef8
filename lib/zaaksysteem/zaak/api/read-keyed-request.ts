import { createHash } from 'node:crypto'
import { z } from 'zod'
import { methodNotAllowed, type Problem, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import { type ApiClient, authorizeClient } from '../../api/api-client.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ApiScope } from '../../env.ts'
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

type Read<T> =
  | { ok: true; keyed: KeyedRequest; zaaktypen: ApiClient['zaaktypen']; value: T }
  | { ok: false; response: Response }

/** Reads a request to act on a zaak, `POST /v1/zaken/{uuid}/{segment}`, or gives the answer that refuses it. */
export async function readKeyedRequest<T>(
  ctx: ZaaksysteemContext,
  request: Request,
  { zaakId, segment, scope, schema }: { zaakId: string; segment: string; scope: ApiScope; schema: z.ZodType<T> },
): Promise<Read<T>> {
  if (request.method !== 'POST') return { ok: false, response: refuseMethod() }
  const caller = authorizeClient(ctx, request.headers, scope)
  if (!caller.ok) return caller
  if (!z.uuid().safeParse(zaakId).success) return refused('not_found')
  const sleutel = request.headers.get('Idempotency-Key') ?? ''
  if (!IDEMPOTENCY_KEY.test(sleutel)) return refused('key_missing')
  const read = await readJsonRequest(request, schema)
  if (!read.ok) return read
  const requestHash = createHash('sha256').update(`POST ${segment} ${zaakId} `).update(read.bytes).digest('base64url')
  const { client, zaaktypen } = caller
  return { ok: true, keyed: { client, sleutel, requestHash, httpStatus: 201 }, zaaktypen, value: read.value }
}

function refused(reason: keyof typeof PROBLEMS) {
  return { ok: false, response: refusedResponse({ ok: false, reason }) } as const
}

export type RefusedRequest = { ok: false } & (
  | { reason: keyof typeof PROBLEMS }
  | { reason: 'refused'; broken: (keyof typeof REFUSALS)[] }
)

/** The answer to a request that did not take effect: of several broken rules the first is its code, and all are listed. */
export function refusedResponse(refused: RefusedRequest): Response {
  if (refused.reason !== 'refused') return problemResponse({ code: refused.reason, ...PROBLEMS[refused.reason] })
  const code = refused.broken[0] as keyof typeof REFUSALS
  return problemResponse({ code, ...REFUSALS[code], errors: refusalDetails(refused.broken) })
}
