import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import type { ApiScope } from '../env.ts'

export type Answer = {
  description: string
  schema?: z.ZodType
  /** of the content; JSON when absent */
  type?: string
  headers?: Record<string, z.ZodType>
  example?: unknown
}

export type Operation = {
  /** such as `POST /zaken/{uuid}/statussen` */
  on: `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'} /${string}`
  id: string
  tag: string
  summary: string
  description?: string
  /** none: everybody may ask */
  scope?: ApiScope
  /** by name; a UUID when absent */
  path?: Record<string, z.ZodType>
  query?: z.ZodObject
  headers?: z.ZodObject
  body?: { schema: z.ZodType; example: unknown }
  answers: Record<string, Answer>
  /** codes of problems by status, besides those of every operation like it */
  problems?: Record<number, readonly string[]>
}

/** The header of requests that take effect once, and what else they can be answered. */
export const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .describe('The same at each repeat: it then gets the first answer and changes nothing.')
    .meta({ example: '6d1f0a52-7c6e-4d6b-9a53-0f2f6f1f8c11' }),
})
export const KEY_PROBLEMS = { 400: ['key_missing'], 422: ['key_reused'] } as const

const API_VERSION = z.string().describe('Version of the API.').meta({ example: '1.1.0' })
const RETRY_AFTER = z.string().describe('Seconds to wait.').meta({ example: '2' })

const problemDetail = z
  .object({
    code: z.string(),
    detail: z.string(),
    pointer: z.string().optional().describe('JSON Pointer (RFC 6901) into the body, where that applies.'),
  })
  .meta({ id: 'ProblemDetail' })

/** RFC 9457. */
const problem = (status: number, codes: readonly string[]) =>
  z.object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.literal(status),
    detail: z.string().describe('For people. It may change.'),
    code: z.enum(codes).describe('For machines. It keeps its meaning.'),
    errors: z.array(problemDetail).optional().describe('All that is wrong, where several things can be.'),
  })

/** The part of the document for one operation. */
export function toOperationObject(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, scope, path, query, headers, body, answers } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, scope && `Scope: \`${scope}\`.`].filter(Boolean).join('\n\n'),
    security: scope ? [{ token: [] }] : [],
    requestParams: {
      ...pathOf(operation.on, path),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body.schema, example: body.example } } },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, toResponse(answer)])),
      ...toProblems(problemsOf(operation)),
    },
  }
}

function pathOf(on: string, given: Operation['path'] = {}) {
  const names = [...on.matchAll(/\{([a-z]{1,20})\}/gi)].map(([, name]) => name as string)
  if (names.length === 0) return {}
  return { path: z.object(Object.fromEntries(names.map((name) => [name, given[name] ?? z.uuid()]))) }
}

function toResponse({
  description,
  schema,
  type = 'application/json',
  headers = {},
  example,
}: Answer): ZodOpenApiResponseObject {
  return {
    description,
    headers: z.object({ 'API-Version': API_VERSION, ...headers }),
    ...(schema && { content: { [type]: { schema, ...(example !== undefined && { example }) } } }),
  }
}

/** Codes by status: what every operation with such a request can be answered. */
function problemsOf({ scope, query, body, problems = {} }: Operation): Record<number, string[]> {
  const all: Record<number, string[]> = {
    400: [
      'target_invalid',
      'duplicate_header',
      ...(query ? ['query_invalid'] : []),
      ...(body ? ['json_malformed', 'request_invalid'] : []),
    ],
    401: scope ? ['token_invalid'] : [],
    403: ['https_required', ...(scope ? ['scope_missing'] : [])],
    413: body ? ['body_too_large'] : [],
    414: ['target_too_long', 'parameters_too_many'],
    415: body ? ['content_type_unsupported'] : [],
    421: ['host_unknown'],
    500: ['internal_error'],
    503: ['overloaded'],
  }
  for (const [status, codes] of Object.entries(problems)) {
    all[Number(status)] = [...(all[Number(status)] ?? []), ...codes]
  }
  return Object.fromEntries(Object.entries(all).filter(([, codes]) => codes.length > 0))
}

const TITLES: Record<number, string> = {
  400: 'The request cannot be used',
  401: 'No valid token',
  403: 'Not permitted',
  404: 'Not found',
  409: 'Not possible as things are',
  410: 'No longer there',
  412: 'Changed since',
  413: 'Body too large',
  414: 'Address too long',
  415: 'Not JSON',
  421: 'Not this host',
  422: 'Key used for something else',
  428: 'A header is missing',
  429: 'Too many',
  500: 'Our fault',
  503: 'Overloaded',
}

/** Answers that many operations share are one component. */
const responses = new Map<string, ZodOpenApiResponseObject>()

function toProblems(problems: Record<number, string[]>): ZodOpenApiResponsesObject {
  const entries = Object.entries(problems).map(([status, codes]) => {
    const id = `Problem${status}${codes.map(pascal).join('')}`
    const response = responses.get(id) ?? { ...toProblem(Number(status), codes), id }
    responses.set(id, response)
    return [status, response]
  })
  return Object.fromEntries(entries)
}

const pascal = (code: string) => code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

function toProblem(status: number, codes: readonly string[]): ZodOpenApiResponseObject {
  return toResponse({
    description: `${TITLES[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    schema: problem(status, codes),
    type: 'application/problem+json',
    headers: {
      ...(status === 401 && { 'WWW-Authenticate': z.string() }),
      ...((status === 429 || status === 503) && { 'Retry-After': RETRY_AFTER }),
    },
  })
}
