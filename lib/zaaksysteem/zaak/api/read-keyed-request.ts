import { z } from 'zod'
import { methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import { type ApiClient, authorizeClient } from '../../api/api-client.ts'
import { keyReusedResponse, readIdempotentRequest } from '../../api/read-idempotent-request.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ApiScope } from '../../env.ts'
import { type ApiRefusal, REFUSALS, refusalDetails } from './refusals.ts'

const refuseMethod = methodNotAllowed('POST')

export const ONBEKEND_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
} as const satisfies Problems

/** Of an act that names the versie. */
export const VERSIE_PROBLEMS = {
  conflict: { status: 409, title: 'Conflict', detail: 'The zaak has changed after this versie. Read it again.' },
} as const satisfies Problems

const PROBLEMS = { ...ONBEKEND_PROBLEMS, ...VERSIE_PROBLEMS }

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
  const caller = await authorizeClient(ctx, request.headers, scope)
  if (!caller.ok) return caller
  if (!z.uuid().safeParse(zaakId).success) {
    return { ok: false, response: refusedResponse({ ok: false, reason: 'not_found' }) }
  }
  const { client, zaaktypen } = caller
  const read = await readIdempotentRequest(request, { client, target: `${segment} ${zaakId}`, schema })
  return read.ok ? { ...read, zaaktypen } : read
}

export type RefusedRequest<Refusal extends ApiRefusal = ApiRefusal> = { ok: false } & (
  | { reason: keyof typeof PROBLEMS | 'key_reused' }
  | { reason: 'refused'; broken: Refusal[] }
)

/** The answer to a request that did not take effect: of several broken rules the first is its code, and all are listed. */
export function refusedResponse(refused: RefusedRequest): Response {
  if (refused.reason === 'key_reused') return keyReusedResponse()
  if (refused.reason !== 'refused') return problemResponse({ code: refused.reason, ...PROBLEMS[refused.reason] })
  const code = refused.broken[0] as ApiRefusal
  return problemResponse({ code, ...REFUSALS[code], errors: refusalDetails(refused.broken) })
}
