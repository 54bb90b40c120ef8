import { type Problem, problemResponse } from '#lib/platform/http/problem-json.ts'
import type { Examination } from './examine-request.ts'

const UNAVAILABLE_RETRY_SECONDS = 5
const MAX_ERRORS = 50

export type Afwijzing =
  | Exclude<Examination, { ok: true }>
  | { reason: 'different_content' | 'unavailable'; sizeBytes: number }

/** The problem of each afwijzing, by its stable code. */
export const AFWIJZING_PROBLEMS: Record<Afwijzing['reason'], Omit<Problem, 'code'>> = {
  body_too_large: {
    status: 413,
    detail: 'An event is at most 256 KiB, a batch at most 1 MiB.',
  },
  body_incomplete: { status: 400, detail: 'The body is incomplete.' },
  unsupported_media_type: {
    status: 415,
    detail:
      'Send one event as application/cloudevents+json in UTF-8, without content coding. Batches and binary mode must have been agreed on.',
  },
  source_retired: { status: 410, detail: 'Events of this source are no longer accepted.' },
  more_than_one_token: {
    status: 400,
    detail: 'Send one bearer token, in the Authorization header or as access_token in the query.',
  },
  invalid_token: {
    status: 401,
    detail: 'The bearer token is not valid for this source and this URL.',
  },
  invalid_signature: {
    status: 401,
    detail: 'The signature is not valid for the credentialtype that was agreed on.',
  },
  origin_not_allowed: {
    status: 403,
    detail: 'WebHook-Request-Origin is not the origin that has consent.',
  },
  source_not_allowed: { status: 403, detail: 'A source may only send its own events.' },
  too_many_requests: { status: 429, detail: 'This source exceeds the rate that was agreed on.' },
  invalid_event: { status: 400, detail: 'The body is not a valid event. See errors.' },
  different_content: {
    status: 409,
    detail: 'An event with this source and id was received before with other content.',
  },
  keys_unavailable: {
    status: 503,
    detail: 'The key or secret of this source cannot be looked up now. Retry later.',
  },
  unavailable: { status: 503, detail: 'The event was not stored. Retry later.' },
}

export function afwijzingResponse(afwijzing: Afwijzing): Response {
  const { reason } = afwijzing
  const errors = reason === 'invalid_event' ? { errors: afwijzing.errors.slice(0, MAX_ERRORS) } : {}
  return problemResponse({ ...AFWIJZING_PROBLEMS[reason], code: reason, ...errors }, headersOf(afwijzing))
}

function headersOf(afwijzing: Afwijzing): Record<string, string> {
  switch (afwijzing.reason) {
    case 'invalid_token':
    case 'invalid_signature':
      return { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
    case 'more_than_one_token':
      return { 'WWW-Authenticate': 'Bearer error="invalid_request"' }
    case 'too_many_requests':
    case 'keys_unavailable':
      return { 'Retry-After': String(afwijzing.retryAfterSeconds) }
    case 'unavailable':
      return { 'Retry-After': String(UNAVAILABLE_RETRY_SECONDS) }
    default:
      return {}
  }
}
