import { type AbonnementRequest, abonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { type ProblemDetail, problemResponse } from '#lib/platform/problem-json.ts'
import { readBody } from '#lib/platform/request-body.ts'

const MAX_BYTES = 16 * 1024

/** Reads the body of a registration, or gives the problem to answer with; all that is wrong with it at once. */
export async function readAbonnementRequest(
  request: Request,
): Promise<{ ok: true; request: AbonnementRequest } | { ok: false; response: Response }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refuse(415, 'content_type_unsupported', 'Unsupported media type', 'Send application/json.')
  }
  const bytes = await readBody(request, MAX_BYTES)
  if (!bytes) return refuse(413, 'body_too_large', 'Body too large', `Send at most ${MAX_BYTES} bytes.`)

  const json = parseJson(bytes)
  if (!json.ok) return refuse(400, 'json_malformed', 'Malformed JSON', 'The body is not JSON in UTF-8.')

  const parsed = abonnementRequest.safeParse(json.value)
  if (parsed.success) return { ok: true, request: parsed.data }
  const errors = parsed.error.issues.map((issue) => ({
    code: issue.code,
    detail: issue.message,
    pointer: toJsonPointer(issue.path),
  }))
  return refuse(400, 'request_invalid', 'Invalid request', 'The abonnement does not match its schema.', errors)
}

function refuse(status: number, code: string, title: string, detail: string, errors?: ProblemDetail[]) {
  return { ok: false as const, response: problemResponse({ status, code, title, detail, errors }) }
}

function parseJson(bytes: Buffer): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false }
  }
}

/** RFC 6901 section 3. */
function toJsonPointer(path: PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
