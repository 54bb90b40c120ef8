import { getToken, type JWT } from 'next-auth/jwt'
import { cookieName, type SignInSite } from './base-auth-config.ts'

/** What the encrypted session cookie of `site` holds; `null` without one, or when it is not genuine or outdated. */
export function readSessionToken(site: SignInSite, headers: Headers): Promise<JWT | null> {
  // only the cookie: getToken would take an Authorization header too
  const req = { headers: { cookie: headers.get('cookie') ?? '' } }
  return getToken({ req, secret: site.secret, cookieName: cookieName(site, 'sessionToken') })
}
