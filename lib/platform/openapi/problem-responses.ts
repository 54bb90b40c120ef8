import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { toResponse } from './response.ts'

const RETRY_AFTER = z.string().describe('The number of seconds to wait before a retry.').meta({ example: '2' })

const problemDetail = z
  .object({
    code: z
      .string()
      .describe('A stable, machine-readable code. Its meaning never changes; later versions may add codes.'),
    detail: z.string().describe('A message for developers. Its text may change.'),
    pointer: z.string().optional().describe('A JSON Pointer (RFC 6901) to the wrong part of the body, if any.'),
    parameter: z.string().optional().describe('The name of the wrong query parameter, if any.'),
  })
  .meta({ id: 'ProblemDetail' })

/** A problem (RFC 9457). */
const problem = (status: number, codes: readonly string[]) =>
  z.object({
    type: z.literal('about:blank'),
    title: z.string().describe('The reason phrase of the HTTP status (RFC 9110 section 15).'),
    status: z.literal(status),
    detail: z.string().describe('A message for developers. Its text may change.'),
    code: z
      .string()
      .describe(
        `A stable, machine-readable code. Its meaning never changes; later versions may add codes. Now: ${codes.join(', ')}.`,
      )
      .meta({ 'x-extensible-enum': codes }),
    errors: z.array(problemDetail).optional().describe('All errors at once, for a problem that can have several.'),
  })

const TITLES: Record<string, string> = {
  400: 'The request is invalid',
  401: 'Authentication failed',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'No acceptable media type',
  408: 'The request is incomplete',
  409: 'Conflict with the present state',
  410: 'No longer available',
  412: 'The resource has changed',
  413: 'Body too large',
  414: 'URL too long',
  415: 'Unsupported media type',
  416: 'Range not satisfiable',
  421: 'Wrong host',
  422: 'Idempotency key reused',
  428: 'A required header is missing',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Temporarily unavailable',
}

const HEADERS: Record<string, Record<string, z.ZodType>> = {
  401: { 'WWW-Authenticate': z.string() },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
}

type Problem = { status: string; codes: readonly string[]; headers?: Record<string, z.ZodType> | undefined }

const WHICH_SCOPE = {
  'WWW-Authenticate': z.string().optional().describe('Names the missing scope (RFC 6750 section 3.1).'),
}

export type ToProblem = (problem: Problem) => ZodOpenApiResponseObject

/** Makes the responses for problems; the same codes and headers give the same component. */
export function problemResponses(): ToProblem {
  const made = new Map<string, ZodOpenApiResponseObject>()
  return (problem) => {
    const { status, codes, headers = {} } = problem
    const names = Object.keys(headers).map((name) => name.replaceAll('-', ''))
    const id = ['Problem', status, ...codes.map(pascal), ...names].join('')
    const response = made.get(id) ?? { ...toProblem(problem), id }
    made.set(id, response)
    return response
  }
}

const pascal = (code: string) => code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

function toProblem({ status, codes, headers }: Problem): ZodOpenApiResponseObject {
  return toResponse({
    description: `${TITLES[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    schema: problem(Number(status), codes),
    type: 'application/problem+json',
    headers: { ...HEADERS[status], ...(codes.includes('scope_missing') && WHICH_SCOPE), ...headers },
  })
}
