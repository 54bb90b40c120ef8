import type { NextAuthConfig } from 'next-auth'
import type { Logger } from '../logger.ts'
import { ownPath } from './own-path.ts'

/** One side's sign-in: what keeps it apart from any other on the same host. */
export type SignInSite = {
  /** where browsers reach it */
  url: string
  /** where next-auth's endpoints live */
  basePath: string
  /** first part of the names of its cookies */
  cookiePrefix: string
  secret: string
  /** everything that it may send somebody on to lies at or below this path */
  root: string
  signInPage: string
  maxAgeSeconds: number
}

const COOKIES = {
  sessionToken: 'session',
  callbackUrl: 'callback-url',
  csrfToken: 'csrf',
  pkceCodeVerifier: 'pkce',
  state: 'state',
  nonce: 'nonce',
} as const

/** `__Host-` (RFC 6265bis section 4.1.3.2): set by this very host over https, for no other. */
export function cookieName(site: Pick<SignInSite, 'url' | 'cookiePrefix'>, cookie: keyof typeof COOKIES): string {
  return `${isSecure(site) ? '__Host-' : ''}${site.cookiePrefix}.${COOKIES[cookie]}`
}

/** What every sign-in has in common; addresses come from the configuration, never from the request's `Host`. */
export function baseAuthConfig(site: SignInSite, log: Logger) {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(site) } as const
  const cookie = (key: keyof typeof COOKIES) => ({ name: cookieName(site, key), options })
  return {
    basePath: site.basePath,
    secret: site.secret,
    trustHost: true,
    useSecureCookies: isSecure(site),
    session: { strategy: 'jwt', maxAge: site.maxAgeSeconds },
    pages: { signIn: site.signInPage, signOut: site.signInPage, error: site.signInPage },
    cookies: {
      sessionToken: cookie('sessionToken'),
      callbackUrl: cookie('callbackUrl'),
      csrfToken: cookie('csrfToken'),
      pkceCodeVerifier: cookie('pkceCodeVerifier'),
      state: cookie('state'),
      nonce: cookie('nonce'),
    },
    // the messages and details of next-auth may quote what a provider answered, so only the kind of error is kept
    logger: {
      error: (error) => log.warn({ code: error.name, err: rootCause(error) }, 'A sign-in request failed'),
      warn: () => {},
      debug: () => {},
    },
    callbacks: {
      redirect: ({ url }) => new URL(ownPath(url, { root: site.root, origin: site.url }), site.url).href,
    },
  } satisfies Omit<NextAuthConfig, 'providers'>
}

/** This app as the identity provider knows it. */
export type OidcClient = { issuer: string; clientId: string; clientSecret: string }

/** The provider `oidc`, with everything that the code flow offers against injection and replay. */
export function oidcProvider(site: SignInSite, client: OidcClient, { scope }: { scope: string }) {
  // without it next-auth derives the address from the request's Host when a form starts the flow
  const redirectUri = new URL(`${site.basePath}/callback/oidc`, site.url).href
  return {
    ...client,
    id: 'oidc',
    name: 'OpenID Connect',
    type: 'oidc' as const,
    checks: ['pkce', 'state', 'nonce'] satisfies ('pkce' | 'state' | 'nonce')[],
    authorization: { params: { scope, redirect_uri: redirectUri } },
  }
}

function isSecure({ url }: Pick<SignInSite, 'url'>): boolean {
  return new URL(url).protocol === 'https:'
}

function rootCause(error: Error): unknown {
  const cause = error.cause as { err?: unknown } | undefined
  return cause?.err ?? error
}
