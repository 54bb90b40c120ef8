import { getToken } from 'next-auth/jwt'
import { cookieName, isSessieToken } from './auth-config.ts'
import type { SessieToken, SignInSite } from './sign-in-config.ts'

/**
 * What the encrypted session cookie of `site` holds; `undefined` without one, or when it is not genuine or outdated.
 * Says nothing about whether the sessie still counts.
 */
export async function readSessionToken(site: SignInSite, headers: Headers): Promise<SessieToken | undefined> {
  // only the cookie: getToken would take an Authorization header too
  const req = { headers: { cookie: headers.get('cookie') ?? '' } }
  const token = await getToken({ req, secret: site.secret, cookieName: cookieName(site, 'sessionToken') })
  return isSessieToken(token) ? token : undefined
}
