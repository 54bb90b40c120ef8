import { z } from 'zod'
import { MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { jsonResponse, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../api/api-client.ts'
import { queryInvalid } from '../api/query-invalid.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { BezorgingStatus } from '../generated/client.ts'
import { findBezorgingenOfClient } from './find-bezorgingen-of-client.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

export const BEZORGINGEN_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'You have no such abonnement.' },
} as const satisfies Problems

export const bezorgingenQuery = z.object({
  status: z
    .enum(BezorgingStatus, `status must be one of ${Object.values(BezorgingStatus).join(', ')}.`)
    .optional()
    .describe('Only deliveries that are so. Absent: all.'),
  na: z
    .string()
    .regex(/^\d{1,10}$/, 'na must be a sequence: a whole number from 0.')
    .transform((text) => Math.min(Number(text), MAX_SEQUENCE))
    .optional()
    .describe('`volgende` of the page before. Absent: from the newest.'),
})

/** `GET /v1/abonnementen/{id}/bezorgingen`: what became of the deliveries of a client's own abonnement. */
export async function handleBezorgingen(ctx: ZaaksysteemContext, request: Request, id: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const parsed = bezorgingenQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return queryInvalid(parsed.error)
  if (!z.uuid().safeParse(id).success) return notFound()
  const { client } = caller
  const page = await findBezorgingenOfClient(ctx, { client, abonnementId: id, ...parsed.data })
  return page ? jsonResponse(page) : notFound()
}

function notFound(): Response {
  return problemResponse({ code: 'not_found', ...BEZORGINGEN_PROBLEMS.not_found })
}
