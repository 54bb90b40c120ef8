import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { toResponse } from './response.ts'

const RETRY_AFTER = z.string().describe('Seconds to wait.').meta({ example: '2' })

const problemDetail = z
  .object({
    code: z.string().describe('For machines. It keeps its meaning; there can come more.'),
    detail: z.string().describe('For people. It may change.'),
    pointer: z.string().optional().describe('JSON Pointer (RFC 6901) into the body, where that applies.'),
    parameter: z.string().optional().describe('Name of the parameter of the query, where that applies.'),
  })
  .meta({ id: 'ProblemDetail' })

/** A problem (RFC 9457). */
const problem = (status: number, codes: readonly string[]) =>
  z.object({
    type: z.literal('about:blank'),
    title: z.string().describe('The phrase of the status (RFC 9110 section 15).'),
    status: z.literal(status),
    detail: z.string().describe('For people. It may change.'),
    code: z
      .string()
      .describe(`For machines. It keeps its meaning; there can come more. Now: ${codes.join(', ')}.`)
      .meta({ 'x-extensible-enum': codes }),
    errors: z.array(problemDetail).optional().describe('All that is wrong, where several things can be.'),
  })

const TITLES: Record<string, string> = {
  400: 'The request cannot be used',
  401: 'No valid proof of who asks',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Not this method',
  406: 'In no type that you accept',
  408: 'Not all came',
  409: 'Not possible as things are',
  410: 'No longer there',
  412: 'Changed since',
  413: 'Body too large',
  414: 'Address too long',
  415: 'Not this media type',
  421: 'Not this host',
  422: 'Key used for something else',
  428: 'A header is missing',
  429: 'Too many',
  431: 'Headers too large',
  500: 'Our fault',
  503: 'Not now',
}

const HEADERS: Record<string, Record<string, z.ZodType>> = {
  401: { 'WWW-Authenticate': z.string() },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
}

type Problem = { status: string; codes: readonly string[]; headers?: Record<string, z.ZodType> | undefined }

const WHICH_SCOPE = { 'WWW-Authenticate': z.string().optional().describe('Which scope is missing.') }

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
