import { bearerToken, equalInConstantTime, hashToken } from '#lib/platform/crypto/bearer-token.ts'
import { problemResponse } from '#lib/platform/http/problem-json.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The name of the API client whose token a request carries, or `undefined`. */
export function authenticateClient({ env }: Pick<ZaaksysteemContext, 'env'>, headers: Headers): string | undefined {
  const token = bearerToken(headers)
  if (!token) return undefined
  const presented = hashToken(token)
  return env.ZAAKSYSTEEM_API_TOKENS.find(({ tokenHash }) => equalInConstantTime(tokenHash, presented))?.client
}

/** The 401 of the zaaksysteem's API (RFC 6750 section 3). */
export function unauthorizedClient(): Response {
  return problemResponse(
    {
      status: 401,
      code: 'token_invalid',
      title: 'Not authenticated',
      detail: 'Send a valid token in "Authorization: Bearer <token>".',
    },
    { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  )
}
