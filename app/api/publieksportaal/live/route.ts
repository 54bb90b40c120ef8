import { EVENT_STREAM_HEADERS } from '#lib/platform/http/event-stream.ts'
import { problemResponse } from '#lib/platform/http/problem-json.ts'
import { openLiveStream } from '#lib/publieksportaal/live/open-live-stream.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { startPortal } from '#lib/publieksportaal/start-portal.ts'
import { notSignedIn, portalRoute } from '../portal-route.ts'

const RETRY_AFTER_SECONDS = '5'

const PROBLEMS = {
  too_many_of_owner: {
    code: 'too_many_of_sessie',
    status: 429,
    detail: 'This sign-in has too many streams open.',
  },
  too_many: {
    code: 'too_many',
    status: 503,
    detail: 'This process has too many streams open.',
  },
} as const

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['GET', 'HEAD'], async (ctx, request) => {
  const burger = await findBurgerOfRequest(ctx, request)
  if (!burger) return notSignedIn()
  if (request.method === 'HEAD') return new Response(null, { headers: EVENT_STREAM_HEADERS })

  const { live } = await startPortal(ctx)
  const opened = openLiveStream(ctx, live, {
    burgerId: burger.burgerId,
    sessieId: burger.sessieId,
    lastEventId: request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('vanaf') ?? undefined,
    signal: request.signal,
  })
  if (!opened.ok) {
    return problemResponse(PROBLEMS[opened.reason], { 'Retry-After': RETRY_AFTER_SECONDS })
  }
  return new Response(opened.stream, { headers: EVENT_STREAM_HEADERS })
})
