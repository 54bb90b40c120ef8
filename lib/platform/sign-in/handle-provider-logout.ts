import { z } from 'zod'
import { API_HEADERS, methodNotAllowed, problemResponse } from '../http/problem-json.ts'
import { readBody } from '../http/read-body.ts'
import { providerOf } from './oidc-provider.ts'
import { providerHash, providerSession } from './provider-session.ts'
import type { ProviderLogout, SignInConfig } from './sign-in-config.ts'

const MAX_BYTES = 16 * 1024

const refuseMethod = methodNotAllowed('POST')

/**
 * Ends the sessies of a provider session that ended, in every process (OpenID Connect Back-Channel Logout
 * 1.0). The response does not tell why a token is refused.
 */
export async function handleProviderLogout<Account, Person>(
  config: SignInConfig<Account, Person>,
  request: Request,
): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod()
  const body = await readBody(request, MAX_BYTES)
  if (!body) return refuse(`The body may be at most ${MAX_BYTES} bytes.`)
  const [token, ...others] = new URLSearchParams(body.toString()).getAll('logout_token')
  if (!token || others.length > 0) return refuse('Send one logout_token, as a form.')

  const logout = await readLogoutToken(config, token)
  if (!logout) return refuse('This is no logout token of the identity provider for this client.')
  const isNew = await config.sessies.endOfProvider(logout)
  return isNew ? new Response(null, { headers: API_HEADERS }) : refuse('This logout token was used before.')
}

function refuse(detail: string): Response {
  return problemResponse({ status: 400, code: 'invalid_logout_token', detail })
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** Older providers send the logout token without a type or as `JWT`. A token of another type is refused. */
const TYPES = [undefined, 'jwt', 'logout+jwt', 'application/logout+jwt']
/** The tolerated difference between the clocks of the provider and this host. */
const CLOCK_DIFFERENCE_SECONDS = 30

const name = z.string().min(1).max(255)

/** OpenID Connect Back-Channel Logout 1.0 section 2.4. A nonce is refused, because an id token has one. */
const logoutClaims = z
  .object({
    iss: z.string(),
    aud: z.union([z.string(), z.array(z.string())]),
    iat: z.number(),
    exp: z.number(),
    jti: name,
    events: z.object({ [EVENT]: z.looseObject({}) }),
    sub: name.optional(),
    sid: name.optional(),
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)

/** Returns the content of a logout token that is valid by section 2.6. Does not detect a repeated use. */
async function readLogoutToken<Account, Person>(
  config: SignInConfig<Account, Person>,
  token: string,
): Promise<ProviderLogout | undefined> {
  const provider = providerOf(config)
  const document = await provider?.discover()
  const verified = await provider?.verify('logout_token', token)
  if (!document || !verified || !TYPES.includes(verified.header.typ?.toLowerCase())) return undefined

  const { success, data: claims } = logoutClaims.safeParse(verified.claims)
  if (!success || claims.iss !== document.issuer) return undefined
  if (![claims.aud].flat().includes(String(config.oidc.clientId))) return undefined
  const nowSeconds = config.clock().getTime() / 1000
  if (claims.iat > nowSeconds + CLOCK_DIFFERENCE_SECONDS) return undefined
  if (claims.exp <= nowSeconds - CLOCK_DIFFERENCE_SECONDS) return undefined

  const { subjectHash, sidHash } = providerSession(config, claims)
  return {
    subjectHash: claims.sub === undefined ? null : subjectHash,
    sidHash,
    tokenHash: providerHash(config, ['jti', claims.jti]),
    expiresAt: new Date((claims.exp + CLOCK_DIFFERENCE_SECONDS) * 1000),
  }
}
