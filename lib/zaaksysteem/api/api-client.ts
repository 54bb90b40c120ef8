import { isTokenOf } from '#lib/platform/crypto/hash-token.ts'
import { bearerToken, unauthorizedResponse } from '#lib/platform/http/bearer-token.ts'
import { problemResponse } from '#lib/platform/http/problem-json.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ApiScope } from '../env.ts'

/** What it takes to find out whose a token is. */
export type AuthenticationContext = Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>

/** An API client and what the token of its request lets it do. */
export type ApiClient = {
  client: string
  scopes: readonly ApiScope[]
  /** the only ones whose zaken exist for it; absent: all */
  zaaktypen?: readonly string[] | undefined
}

/** The API client whose token a request carries, or `undefined`. Each kind of token is asked of who knows it. */
export async function authenticateClient(ctx: AuthenticationContext, headers: Headers): Promise<ApiClient | undefined> {
  const token = bearerToken(headers)
  if (!token) return undefined
  return findConfigured(ctx, token)
}

function findConfigured({ env }: AuthenticationContext, token: string): ApiClient | undefined {
  return env.ZAAKSYSTEEM_API_TOKENS.find(({ tokenHash }) => isTokenOf(tokenHash, token))
}

/** The API client of a request whose token has this scope, or the 401 or 403 to answer with. */
export async function authorizeClient(
  ctx: AuthenticationContext,
  headers: Headers,
  scope: ApiScope,
): Promise<({ ok: true } & ApiClient) | { ok: false; response: Response }> {
  const caller = await authenticateClient(ctx, headers)
  if (!caller) return { ok: false, response: unauthorizedResponse() }
  if (!caller.scopes.includes(scope)) return { ok: false, response: scopeMissing(scope) }
  return { ok: true, ...caller }
}

/** RFC 6750 section 3.1. */
function scopeMissing(scope: ApiScope): Response {
  return problemResponse(
    { status: 403, code: 'scope_missing', title: 'Not permitted', detail: `The token needs the scope ${scope}.` },
    { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  )
}
