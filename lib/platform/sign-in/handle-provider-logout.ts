import { API_HEADERS, methodNotAllowed, problemResponse } from '../http/problem-json.ts'
import { readBody } from '../http/read-body.ts'
import { readLogoutToken } from './read-logout-token.ts'
import type { SignInConfig } from './sign-in-config.ts'

const MAX_BYTES = 16 * 1024

const refuseMethod = methodNotAllowed('POST')

/**
 * The identity provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): the sessies that
 * began with that sign-in end, whichever process has their pages open. Why a token is refused is in no answer.
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
  return problemResponse({ status: 400, code: 'invalid_logout_token', title: 'Invalid logout token', detail })
}
