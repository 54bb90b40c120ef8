import { isTokenOf } from '#lib/platform/crypto/hash-token.ts'
import { bearerToken } from '#lib/platform/http/bearer-token.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The name of the API client whose token a request carries, or `undefined`. */
export function authenticateClient({ env }: Pick<ZaaksysteemContext, 'env'>, headers: Headers): string | undefined {
  const token = bearerToken(headers)
  return token && env.ZAAKSYSTEEM_API_TOKENS.find(({ tokenHash }) => isTokenOf(tokenHash, token))?.client
}
