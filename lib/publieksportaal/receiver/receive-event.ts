import { API_HEADERS, type Problem, problemResponse } from '#lib/platform/problem-json.ts'
import type { PublieksportaalContext } from '../context.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { type Examination, examineRequest } from './examine-request.ts'

const RETRY_AFTER_SECONDS = 5
const MAX_ERRORS = 50

type Rejection = Exclude<Examination, { ok: true }>
type Reason = Rejection['reason'] | 'different_body' | 'unavailable'

const PROBLEMS: Record<Reason, Omit<Problem, 'code'>> = {
  body_too_large: { status: 413, title: 'Content too large', detail: 'An event is at most 256 KiB.' },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send one event as application/cloudevents+json in UTF-8, without content coding.',
  },
  invalid_token: {
    status: 401,
    title: 'Unauthorized',
    detail: 'The bearer token does not prove who sent this event to this address.',
  },
  origin_not_allowed: {
    status: 403,
    title: 'Forbidden',
    detail: 'WebHook-Request-Origin is not the origin that has consent.',
  },
  source_not_allowed: { status: 403, title: 'Forbidden', detail: 'A source may only send its own events.' },
  invalid_event: { status: 400, title: 'Bad request', detail: 'The body is not a valid event. See errors.' },
  different_body: {
    status: 409,
    title: 'Conflict',
    detail: 'An event with this source and id was received before, with another content.',
  },
  keys_unavailable: {
    status: 503,
    title: 'Service unavailable',
    detail: 'The keys of the source cannot be reached. Send it again later.',
  },
  unavailable: { status: 503, title: 'Service unavailable', detail: 'The event was not stored. Send it again later.' },
}

/** The answer to a delivery. 204: stored, now or before. */
export async function receiveEvent(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  try {
    const examined = await examineRequest(ctx, request)
    if (!examined.ok) return reject(ctx, examined)

    const { event } = examined
    const acceptance = await acceptEvent(ctx, examined)
    ctx.log.info(
      { eventId: event.id, type: event.type, sequence: event.sequence, reason: acceptance },
      'Event received',
    )
    if (acceptance === 'different_body') return toResponse('different_body')
    return new Response(null, { status: 204, headers: API_HEADERS })
  } catch (err) {
    ctx.log.error({ err }, 'An event could not be stored')
    return toResponse('unavailable', {}, { 'Retry-After': String(RETRY_AFTER_SECONDS) })
  }
}

function reject(ctx: PublieksportaalContext, rejection: Rejection): Response {
  const { reason } = rejection
  ctx.log.warn({ reason, code: 'code' in rejection ? rejection.code : undefined }, 'Event refused')
  switch (reason) {
    case 'invalid_token':
      return toResponse(reason, {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
    case 'keys_unavailable':
      return toResponse(reason, {}, { 'Retry-After': String(rejection.retryAfterSeconds) })
    case 'invalid_event':
      return toResponse(reason, { errors: rejection.errors.slice(0, MAX_ERRORS) })
    default:
      return toResponse(reason)
  }
}

function toResponse(code: Reason, more: Pick<Problem, 'errors'> = {}, headers: HeadersInit = {}): Response {
  return problemResponse({ ...PROBLEMS[code], code, ...more }, headers)
}
