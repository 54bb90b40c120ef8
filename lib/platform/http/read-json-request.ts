import type { core, z } from 'zod'
import { toJsonPointer } from './json-pointer.ts'
import { type Problem, type ProblemDetail, problemResponse } from './problem-json.ts'
import { readBody } from './read-body.ts'

/**
 * The codes for a part of a body: zod's names. A refinement sets its own code in `params`, because zod has
 * none for it.
 */
export const PART_CODES = {
  invalid_type: 'The value is missing, or has the wrong JSON type.',
  invalid_value: 'The value is not one of the allowed values.',
  invalid_format: 'The value has the wrong format, for instance for a UUID, a date or a URL.',
  too_small: 'The value is too short, too low, or has too few items.',
  too_big: 'The value is too long, too high, or has too many items.',
  not_multiple_of: 'The value is not a multiple of the allowed step.',
  unrecognized_keys: 'The object has members that are not in the schema.',
  invalid_union: 'The value matches none of the allowed schemas.',
  invalid_element: 'An item of the value is invalid.',
} as const satisfies Record<Exclude<core.$ZodIssue['code'], 'custom' | 'invalid_key'>, string>

const JSON_TYPE = 'application/json'
export const MAX_REQUEST_BYTES = 16 * 1024

type JsonRequest<T> = { ok: true; value: T; bytes: Buffer } | { ok: false; response: Response }

type Expected = {
  type?: string
  /** true when an absent body is read as `{}` */
  isOptional?: boolean
  /** finds more problems of a body that does not match its schema */
  findMore?: (json: unknown) => Promise<ProblemDetail[]>
}

/**
 * Reads a small JSON body, or returns the problem to answer with: 413, 415, or 400 with every error at once.
 */
export async function readJsonRequest<T extends z.ZodType>(
  request: Request,
  schema: T,
  { type = JSON_TYPE, isOptional = false, findMore = async () => [] }: Expected = {},
): Promise<JsonRequest<z.output<T>>> {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (given !== type && !(isOptional && given === undefined)) {
    const headers = type === JSON_TYPE ? {} : { [`Accept-${request.method}`]: type }
    return refuse({ status: 415, code: 'content_type_unsupported', detail: `Send ${type}.` }, headers)
  }
  const bytes = await readBody(request, MAX_REQUEST_BYTES)
  if (!bytes) return refuse({ status: 413, code: 'body_too_large', detail: `Send at most ${MAX_REQUEST_BYTES} bytes.` })
  const json = isOptional && bytes.length === 0 ? ({ ok: true, value: {} } as const) : parseJson(bytes)
  if (!json.ok) return refuse({ status: 400, code: 'json_malformed', detail: 'The body is not JSON in UTF-8.' })

  const parsed = schema.safeParse(json.value)
  if (parsed.success) return { ok: true, value: parsed.data, bytes }
  const errors = parsed.error.issues.map((issue) => ({ ...reasonOf(issue), pointer: toJsonPointer(issue.path) }))
  return refuse({
    status: 400,
    code: 'request_invalid',
    detail: 'The body does not match its schema; see errors.',
    errors: [...errors, ...(await findMore(json.value))],
  })
}

/** For an invalid member name zod says only that it is invalid; the nested issue holds the reason. */
function reasonOf(issue: core.$ZodIssue): Pick<ProblemDetail, 'code' | 'detail'> {
  if (issue.code === 'invalid_key' && issue.issues[0]) return reasonOf(issue.issues[0])
  const code = issue.code === 'custom' ? (issue.params?.code as string | undefined) : issue.code
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  return { code: code ?? 'invalid_value', detail: isMissing ? 'The value is missing.' : issue.message }
}

function refuse(problem: Problem, headers?: HeadersInit) {
  return { ok: false as const, response: problemResponse(problem, headers) }
}

function parseJson(bytes: Buffer): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false }
  }
}
