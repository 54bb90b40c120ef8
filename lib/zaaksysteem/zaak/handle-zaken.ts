import { z } from 'zod'
import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/problem-json.ts'
import { authenticateClient, unauthorizedClient } from '../api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZakenPage } from './find-zaken-page.ts'

const query = z.object({
  na: z.uuid('na must be a UUID.').optional(),
  limiet: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'limiet must be a whole number from 1 to 100.')
    .default('100')
    .transform(Number),
})

const refuseMethod = methodNotAllowed('GET')

/** `/v1/zaken`: a client reads all zaken, page by page. */
export async function handleZaken(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  if (!authenticateClient(ctx, request.headers)) return unauthorizedClient()
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return queryInvalid(parsed.error)
  return jsonResponse(await findZakenPage(ctx, parsed.data))
}

function queryInvalid(error: z.ZodError): Response {
  return problemResponse({
    status: 400,
    code: 'query_invalid',
    title: 'Invalid query',
    detail: 'The query has parameters that cannot be used; see errors.',
    errors: error.issues.map(({ path, message }) => ({ code: `${String(path[0])}_invalid`, detail: message })),
  })
}
