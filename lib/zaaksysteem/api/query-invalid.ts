import type { z } from 'zod'
import { problemResponse } from '#lib/platform/http/problem-json.ts'

/** The 400 answer that names every invalid parameter of a query. */
export function queryInvalid(error: z.ZodError): Response {
  return problemResponse({
    status: 400,
    code: 'query_invalid',
    title: 'Invalid query',
    detail: 'The query has parameters that cannot be used; see errors.',
    errors: error.issues.map(({ path, message }) => ({ code: `${String(path[0])}_invalid`, detail: message })),
  })
}
