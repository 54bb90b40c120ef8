import { getToken, type JWT } from 'next-auth/jwt'
import type { SessieToken, SignInSite } from './sign-in-config.ts'

const COOKIES = {
  sessionToken: 'session',
  callbackUrl: 'callback-url',
  csrfToken: 'csrf',
  pkceCodeVerifier: 'pkce',
  state: 'state',
  nonce: 'nonce',
} as const

export type Cookie = keyof typeof COOKIES

/** `__Host-` restricts the cookie to https and to this host (RFC 6265bis section 4.1.3.2). */
export function cookieName(site: Pick<SignInSite, 'url' | 'cookiePrefix'>, cookie: Cookie): string {
  return `${isSecure(site) ? '__Host-' : ''}${site.cookiePrefix}.${COOKIES[cookie]}`
}

export function isSessieToken(token: JWT | null): token is SessieToken {
  return typeof token?.sessieId === 'string'
}

export function isSecure({ url }: Pick<SignInSite, 'url'>): boolean {
  return new URL(url).protocol === 'https:'
}

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
