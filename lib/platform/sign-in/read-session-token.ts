import { getToken } from 'next-auth/jwt'
import { cookieName, isSessieToken } from './session-cookie.ts'
import type { SessieToken, SignInSite } from './sign-in-config.ts'

/**
 * Returns the content of the encrypted session cookie; `undefined` when it is absent, forged or expired. Does
 * not check if the sessie in the database is still active.
 */
export async function readSessionToken(site: SignInSite, headers: Headers): Promise<SessieToken | undefined> {
  // Passes only the cookie, because getToken would also accept an Authorization header.
  const req = { headers: { cookie: headers.get('cookie') ?? '' } }
  const token = await getToken({ req, secret: site.secret, cookieName: cookieName(site, 'sessionToken') })
  return isSessieToken(token) ? token : undefined
}
