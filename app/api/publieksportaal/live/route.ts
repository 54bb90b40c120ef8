import { hasSystem } from '#lib/platform/env.ts'
import { methodNotAllowed, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { LIVE_HEADERS, openLiveStream } from '#lib/publieksportaal/live/open-live-stream.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { startPortal } from '#lib/publieksportaal/start-portal.ts'

const RETRY_AFTER_SECONDS = '5'

const PROBLEMS = {
  too_many_of_sessie: { status: 429, title: 'Too many streams', detail: 'This sign-in has too many streams open.' },
  too_many: { status: 503, title: 'Too many streams', detail: 'This process has too many streams open.' },
} as const

const refuseMethod = methodNotAllowed('GET', 'HEAD')

async function handle(request: Request): Promise<Response> {
  if (!hasSystem('publieksportaal')) return notFoundResponse()
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const ctx = publieksportaal()
  const burger = await findBurgerOfRequest(ctx, request)
  if (!burger) {
    return problemResponse({ status: 401, code: 'not_signed_in', title: 'Unauthorized', detail: 'Sign in first.' })
  }
  if (request.method === 'HEAD') return new Response(null, { headers: LIVE_HEADERS })

  const { live } = await startPortal(ctx)
  const opened = openLiveStream(ctx, live, {
    burgerId: burger.burgerId,
    sessieId: burger.sessieId,
    lastEventId: request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('vanaf') ?? undefined,
    signal: request.signal,
  })
  if (!opened.ok) {
    return problemResponse({ code: opened.reason, ...PROBLEMS[opened.reason] }, { 'Retry-After': RETRY_AFTER_SECONDS })
  }
  return new Response(opened.stream, { headers: LIVE_HEADERS })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
