import type { NextAuthConfig, User } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { ownPath } from './own-path.ts'
import type { Claims, Identification, OidcClient, SessieToken, SignInConfig, SignInSite } from './sign-in-config.ts'

const COOKIES = {
  sessionToken: 'session',
  callbackUrl: 'callback-url',
  csrfToken: 'csrf',
  pkceCodeVerifier: 'pkce',
  state: 'state',
  nonce: 'nonce',
} as const

/** `fout` when looking up the person failed, for example because the database is down. */
const FAILED = 'storing'

/** next-auth passes it unchanged from the provider to the callbacks. */
type Visitor<Account> = User & { identification: Identification<Account> }

/** The next-auth configuration of one sign-in. Addresses come from `config`, never from the request's `Host`. */
export function authConfig<Account, Person>(config: SignInConfig<Account, Person>) {
  const { site, sessies, log } = config
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
    // the messages and details of next-auth may quote what a provider answered, so only the kind of error is logged
    logger: {
      error: (error) => log.warn({ code: error.name, err: rootCause(error) }, 'A sign-in request failed'),
      warn: () => {},
      debug: () => {},
    },
    providers: [...oidcProvider(config), ...demoProvider_DEMO_ONLY(config)],
    callbacks: {
      redirect: ({ url }) => new URL(ownPath(url, site), site.url).href,
      signIn({ user }) {
        const { identification } = user as Visitor<Account>
        if (identification.ok) return true
        return `${site.signInPage}?${new URLSearchParams({ fout: identification.fout })}`
      },
      async jwt({ token, account, user }) {
        if (!account) return isSessieToken(token) && (await sessies.find(token)) ? token : null
        const { identification } = user as Visitor<Account>
        return identification.ok ? sessies.create(identification.account) : null
      },
    },
    events: {
      async signOut(message) {
        const token = 'token' in message ? message.token : null
        if (isSessieToken(token)) await sessies.end(token.sessieId)
      },
    },
  } satisfies NextAuthConfig
}

/** With `__Host-` (RFC 6265bis section 4.1.3.2) a browser takes the cookie only over https, and for this host alone. */
export function cookieName(site: Pick<SignInSite, 'url' | 'cookiePrefix'>, cookie: keyof typeof COOKIES): string {
  return `${isSecure(site) ? '__Host-' : ''}${site.cookiePrefix}.${COOKIES[cookie]}`
}

export function isSessieToken(token: JWT | null): token is SessieToken {
  return typeof token?.sessieId === 'string'
}

export function hasProvider({ issuer, clientId, clientSecret }: Omit<OidcClient<unknown>, 'identify'>): boolean {
  return Boolean(issuer && clientId && clientSecret)
}

/** The provider `oidc`: the code flow with all its protections against injection and replay. */
function oidcProvider<Account, Person>({ site, oidc, log }: SignInConfig<Account, Person>) {
  if (!hasProvider(oidc)) return []
  const { issuer, clientId, clientSecret, scope, claimsFrom } = oidc
  // without it next-auth derives the address from the request's Host when a form starts the flow
  const redirectUri = new URL(`${site.basePath}/callback/oidc`, site.url).href

  async function profile(claims: Claims): Promise<Visitor<Account>> {
    try {
      return { identification: await oidc.identify(claims) }
    } catch (err) {
      // on an exception next-auth would redirect to an address that does not exist
      log.warn({ code: 'identify_failed', err }, 'A sign-in request failed')
      return { identification: { ok: false, fout: FAILED } }
    }
  }

  return [
    {
      id: 'oidc',
      name: 'OpenID Connect',
      type: 'oidc' as const,
      issuer,
      clientId,
      clientSecret,
      checks: ['pkce', 'state', 'nonce'] satisfies ('pkce' | 'state' | 'nonce')[],
      authorization: { params: { scope, redirect_uri: redirectUri } },
      ...(claimsFrom === 'userinfo' && { idToken: false }),
      profile,
    },
  ]
}

/** The provider `demopersoon`; its only field is the person that was picked. */
function demoProvider_DEMO_ONLY<Account, Person>(config: SignInConfig<Account, Person>) {
  const identify = config.identifyDemopersoon_DEMO_ONLY
  if (!identify) return []
  const authorize = async ({ persoon }: { persoon?: unknown }): Promise<Visitor<Account> | null> => {
    const identification = await identify(persoon)
    return identification ? { identification } : null
  }
  return [Credentials({ id: 'demopersoon', credentials: { persoon: {} }, authorize })]
}

function isSecure({ url }: Pick<SignInSite, 'url'>): boolean {
  return new URL(url).protocol === 'https:'
}

function rootCause(error: Error): unknown {
  const cause = error.cause as { err?: unknown } | undefined
  return cause?.err ?? error
}
