import type { z } from 'zod'
import { toJsonPointer } from './json-pointer.ts'
import { type ProblemDetail, problemResponse } from './problem-json.ts'
import { readBody } from './read-body.ts'

export const MAX_REQUEST_BYTES = 16 * 1024

type JsonRequest<T> = { ok: true; value: T; bytes: Buffer } | { ok: false; response: Response }

/** Reads a small JSON body, or gives the problem to answer with: 413, 415, or 400 with every error at once. */
export async function readJsonRequest<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<JsonRequest<z.output<T>>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refuse(415, 'content_type_unsupported', 'Send application/json.')
  }
  const bytes = await readBody(request, MAX_REQUEST_BYTES)
  if (!bytes) return refuse(413, 'body_too_large', `Send at most ${MAX_REQUEST_BYTES} bytes.`)
  const json = parseJson(bytes)
  if (!json.ok) return refuse(400, 'json_malformed', 'The body is not JSON in UTF-8.')

  const parsed = schema.safeParse(json.value)
  if (parsed.success) return { ok: true, value: parsed.data, bytes }
  const errors = parsed.error.issues.map((issue) => ({
    code: issue.code,
    detail: issue.message,
    pointer: toJsonPointer(issue.path),
  }))
  return refuse(400, 'request_invalid', 'The body does not match its schema; see errors.', errors)
}

function refuse(status: number, code: string, detail: string, errors?: ProblemDetail[]) {
  return { ok: false as const, response: problemResponse({ status, code, detail, errors }) }
}

function parseJson(bytes: Buffer): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false }
  }
}
