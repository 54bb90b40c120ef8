import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import type { KeyedRequest } from './answer-once.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

export const SLEUTEL_PROBLEMS = {
  key_missing: {
    status: 400,
    title: 'No Idempotency-Key',
    detail: 'Send an Idempotency-Key of 1 to 255 visible ASCII characters, the same one at each repeat.',
  },
  key_reused: { status: 422, title: 'Key used before', detail: 'This Idempotency-Key belongs to another request.' },
} as const satisfies Problems

type Read<T> = { ok: true; value: T; keyed: KeyedRequest } | { ok: false; response: Response }

/** Reads a POST in JSON that needs an `Idempotency-Key`. @param target what it is about, within the key's client */
export async function readIdempotentRequest<T>(
  request: Request,
  { client, target, schema }: { client: string; target: string; schema: z.ZodType<T> },
): Promise<Read<T>> {
  const sleutel = request.headers.get('Idempotency-Key') ?? ''
  if (!IDEMPOTENCY_KEY.test(sleutel)) return { ok: false, response: keyMissing() }
  const read = await readJsonRequest(request, schema)
  if (!read.ok) return read
  const requestHash = createHash('sha256').update(`POST ${target} `).update(read.bytes).digest('base64url')
  return { ok: true, value: read.value, keyed: { client, sleutel, requestHash, httpStatus: 201 } }
}

function keyMissing(): Response {
  return problemResponse({ code: 'key_missing', ...SLEUTEL_PROBLEMS.key_missing })
}

/** The 422 of a request with an `Idempotency-Key` that belongs to another one. */
export function keyReusedResponse(): Response {
  return problemResponse({ code: 'key_reused', ...SLEUTEL_PROBLEMS.key_reused })
}
