import { customFetch, type User } from 'next-auth'
import { identityProvider } from './identity-provider.ts'
import type { Claims, Identification, SignInConfig } from './sign-in-config.ts'

/** next-auth passes it unchanged from the provider to the callbacks. */
export type Visitor<Account> = User & { identification: Identification<Account> }

/** `fout` when nobody can say who it is: the provider or the database is down, or its answer is not to be trusted. */
export const FAILED = 'storing'

/** The identity provider of a sign-in; `undefined` when none is configured. */
export function providerOf<Account, Person>({ site, oidc, clock, log }: SignInConfig<Account, Person>) {
  const { issuer, clientId, clientSecret } = oidc
  if (!issuer || !clientId || !clientSecret) return undefined
  return identityProvider({ name: site.basePath, issuer, clock, log })
}

/** The provider `oidc`: the code flow with all its protections against injection and replay. */
export function oidcProvider<Account, Person>(config: SignInConfig<Account, Person>) {
  const { site, oidc, log } = config
  const { issuer, clientId, clientSecret, scope, claimsFrom } = oidc
  const provider = providerOf(config)
  if (!provider) return []
  // without it next-auth derives the address from the request's Host when a form starts the flow
  const redirectUri = new URL(`${site.basePath}/callback/oidc`, site.url).href

  /** next-auth has compared the `sub` of the userinfo with that of the id token (OIDC Core 5.3.2). */
  const identify = async (userinfo: Claims, idToken: string): Promise<Identification<Account>> => {
    const signed = await provider.verifyIdToken(idToken)
    // next-auth reads azp only where there is more than one audience
    if (!signed || (signed.azp ?? clientId) !== clientId) return { ok: false, fout: FAILED }
    return oidc.identify(claimsFrom === 'both' ? { ...userinfo, ...signed } : userinfo)
  }

  async function profile(userinfo: Claims, tokens: { id_token?: string }): Promise<Visitor<Account>> {
    try {
      return { identification: await identify(userinfo, tokens.id_token ?? '') }
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
      // the claims are to come from the userinfo
      idToken: false,
      profile,
      [customFetch]: provider.fetch,
    },
  ]
}
