import { problemResponse } from '#lib/platform/http/problem-json.ts'
import type { OverLimit } from '../client-limits.ts'

/** 409 until the client deletes an abonnement, or 429 (RFC 6585 section 4) until the time in `Retry-After`. */
export function overLimitResponse(limit: OverLimit): Response {
  const { reason: code } = limit
  if (code === 'abonnement_limit') {
    const detail = 'You have as many abonnementen as a client may have. Delete one first.'
    return problemResponse({ status: 409, code, title: 'Too many abonnementen', detail })
  }
  const detail = 'You asked for as many handshakes as a client may in an hour. Registering asks for one too.'
  return problemResponse(
    { status: 429, code, title: 'Too many requests', detail },
    { 'Retry-After': String(limit.retryAfterSeconds) },
  )
}
