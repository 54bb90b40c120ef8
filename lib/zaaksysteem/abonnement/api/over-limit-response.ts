import { type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import type { OverLimit } from '../client-limits.ts'

/** Until the client deletes an abonnement. */
export const ABONNEMENT_LIMIT_PROBLEMS = {
  abonnement_limit: {
    status: 409,
    title: 'Too many abonnementen',
    detail: 'You have as many abonnementen as a client may have. Delete one first.',
  },
} as const satisfies Problems

/** RFC 6585 section 4: until the time in `Retry-After`. */
export const VERIFICATIE_LIMIT_PROBLEMS = {
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    detail: 'You asked for as many handshakes as a client may in an hour. Registering asks for one too.',
  },
} as const satisfies Problems

export function overLimitResponse(limit: OverLimit): Response {
  const { reason: code } = limit
  if (code === 'abonnement_limit') return problemResponse({ code, ...ABONNEMENT_LIMIT_PROBLEMS[code] })
  return problemResponse(
    { code, ...VERIFICATIE_LIMIT_PROBLEMS[code] },
    { 'Retry-After': String(limit.retryAfterSeconds) },
  )
}
