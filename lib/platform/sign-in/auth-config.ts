import type { NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { FAILED, oidcProvider, type Visitor } from './oidc-provider.ts'
import { ownPath } from './own-path.ts'
import { type Cookie, cookieName, isSecure, isSessieToken } from './session-cookie.ts'
import type { SessieToken, SignInConfig } from './sign-in-config.ts'

/**
 * Returns the next-auth configuration of a sign-in. Addresses come from `config`, never from the `Host`.
 * @param findFormer reads the sessie that the browser already had
 */
export function authConfig<Account, Person>(
  config: SignInConfig<Account, Person>,
  findFormer: () => Promise<SessieToken | undefined>,
) {
  const { site, sessies, log } = config
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(site) } as const
  const cookie = (key: Cookie) => ({ name: cookieName(site, key), options })
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
    // Logs only the kind of error: the messages of next-auth may quote the provider's response.
    logger: {
      error: (error) => log.warn({ code: error.name, err: rootCause(error) }, 'A sign-in request failed'),
      warn: () => {},
      debug: () => {},
    },
    providers: [...oidcProvider(config), ...demoProvider_DEMO_ONLY(config)],
    callbacks: {
      redirect: ({ url }) => new URL(ownPath(url, site), site.url).href,
      async signIn({ user }) {
        const { identification } = user as Visitor<Account>
        if (identification.ok) return true
        if (identification.fout !== FAILED) await config.onRefused(identification.fout)
        return `${site.signInPage}?${new URLSearchParams({ fout: identification.fout })}`
      },
      async jwt({ token, account, user, trigger, session: wanted }) {
        if (!account) {
          if (!isSessieToken(token) || !(await sessies.find(token))) return null
          return (trigger === 'update' && (await sessies.goOnAs?.(token, wanted))) || token
        }
        const { identification, session } = user as Visitor<Account>
        if (!identification.ok) return null
        // The cookie of the former sessie is overwritten, so nobody could sign out of it.
        const former = await findFormer()
        if (former) await sessies.end(former.sessieId)
        const created = await sessies.create(identification.account, session)
        return { ...created, ...(session && { atProvider: true }) }
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

/** Returns the provider `demopersoon`, whose only field is the picked person. */
function demoProvider_DEMO_ONLY<Account, Person>(config: SignInConfig<Account, Person>) {
  const identify = config.identifyDemopersoon_DEMO_ONLY
  if (!identify) return []
  const authorize = async ({ persoon }: { persoon?: unknown }): Promise<Visitor<Account> | null> => {
    const identification = await identify(persoon)
    return identification ? { identification } : null
  }
  return [Credentials({ id: 'demopersoon', credentials: { persoon: {} }, authorize })]
}

function rootCause(error: Error): unknown {
  const cause = error.cause as { err?: unknown } | undefined
  return cause?.err ?? error
}
