import { problemResponse } from './problem-json.ts'

/** Returns the token of `Authorization: Bearer <token>` (RFC 6750 section 2.1), or `undefined`. */
export function bearerToken(headers: Pick<Headers, 'get'>): string | undefined {
  return /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1]
}

/** Returns the 401 for a missing or invalid token; it names no error for a missing one (RFC 6750 3.1). */
export function unauthorizedResponse({ isSent = true }: { isSent?: boolean } = {}): Response {
  return problemResponse(
    {
      status: 401,
      code: 'token_invalid',
      detail: 'Send a valid token in "Authorization: Bearer <token>".',
    },
    { 'WWW-Authenticate': isSent ? 'Bearer error="invalid_token"' : 'Bearer' },
  )
}
