import { STATUS_CODES } from 'node:http'

/** A problem of a request: `pointer` is a JSON Pointer into its body, `parameter` a name in its query. */
export type ProblemDetail = { code: string; detail: string; pointer?: string; parameter?: string }

export type Problem = {
  status: number
  /** stable, machine readable; never changes meaning */
  code: string
  detail: string
  /** every problem at once */
  errors?: ProblemDetail[]
}

/**
 * The refusals of a handler, by code. The API document reads the same table, so a code that is not documented
 * cannot be sent.
 */
export type Problems = Record<string, Omit<Problem, 'code' | 'errors'>>

/**
 * Headers that the NL API Design Rules ask of every API response (transport/security-headers,
 * version-header).
 */
export const API_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'API-Version': '1.9.0',
} as const

/** Node.js has the outdated phrases of RFC 7231. */
const PHRASES: Record<number, string> = { 413: 'Content Too Large', 422: 'Unprocessable Content' }

/**
 * RFC 9457 section 4.2.1: the title of `about:blank` is the status phrase. `code` is for machines, and
 * `detail` for people.
 */
const phraseOf = (status: number) => PHRASES[status] ?? STATUS_CODES[status] ?? ''

/** Returns an RFC 9457 response (`application/problem+json`). */
export function problemResponse(problem: Problem, headers: HeadersInit = {}): Response {
  const { status, detail, code, errors } = problem
  const body = { type: 'about:blank', title: phraseOf(status), status, detail, code, ...(errors && { errors }) }
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...API_HEADERS, 'Content-Type': 'application/problem+json', ...headers },
  })
}

/** Returns the 405 of an API route, with the `Allow` that Next.js leaves out. */
export function methodNotAllowed(...allow: string[]): () => Response {
  return () =>
    problemResponse(
      { status: 405, code: 'method_not_allowed', detail: `Use ${allow.join(' or ')}.` },
      { Allow: allow.join(', ') },
    )
}

/**
 * Returns the 404 of an API route of a system that this process does not serve, or of a route that exists
 * only in the demo.
 */
export function notFoundResponse(): Response {
  return problemResponse({ status: 404, code: 'not_found', detail: 'There is nothing here.' })
}

/** Returns the 500 for a fault of ours. */
export function internalErrorResponse(): Response {
  return problemResponse({
    status: 500,
    code: 'internal_error',
    detail: 'The request failed because of an internal error. Retry later.',
  })
}

const RETRY_AFTER_SECONDS = 2

/** Returns the 503 of a process that is overloaded or cannot reach its database. */
export function overloadedResponse(retryAfterSeconds = RETRY_AFTER_SECONDS): Response {
  return problemResponse(
    {
      status: 503,
      code: 'overloaded',
      detail: 'The request cannot be handled now. Retry later.',
    },
    { 'Retry-After': String(retryAfterSeconds) },
  )
}

/** Returns a successful API response in JSON. */
export function jsonResponse(body: unknown, init: { status?: number; headers?: HeadersInit } = {}): Response {
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { ...API_HEADERS, 'Content-Type': 'application/json', ...init.headers },
  })
}
