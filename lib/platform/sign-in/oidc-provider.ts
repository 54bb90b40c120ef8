import { customFetch, type User } from 'next-auth'
import { identityProvider } from './identity-provider.ts'
import { providerSession } from './provider-session.ts'
import type { Claims, Identification, ProviderSession, SignInConfig, SignInLevel } from './sign-in-config.ts'

/** next-auth passes it from the provider to the callbacks. `session` is absent for a demo person. */
export type Visitor<Account> = User & { identification: Identification<Account>; session?: ProviderSession }

/** `fout` when the provider or the database is down, or the provider's response cannot be trusted. */
export const FAILED = 'storing'
/** `fout` when the level (`acr`) of the sign-in is too low or absent. */
const TOO_WEAK = 'te_zwak'
const LEVEL_UNKNOWN = 'niveau_onbekend'

/** Returns the identity provider of a sign-in; `undefined` when none is configured. */
export function providerOf<Account, Person>({ site, oidc, clock, log }: SignInConfig<Account, Person>) {
  const { issuer, clientId, clientSecret } = oidc
  if (!issuer || !clientId || !clientSecret) return undefined
  return identityProvider({ name: site.basePath, issuer, clock, log })
}

/** Returns the provider `oidc`: the code flow with all its protections against injection and replay. */
export function oidcProvider<Account, Person>(config: SignInConfig<Account, Person>) {
  const { site, oidc, log } = config
  const { issuer, clientId, clientSecret, scope, claimsFrom, level = { asked: [], accepted: [] } } = oidc
  const provider = providerOf(config)
  if (!provider) return []
  // Without this next-auth derives the address from the request's Host when a form starts the flow.
  const redirectUri = new URL(`${site.basePath}/callback/oidc`, site.url).href

  /** next-auth has checked that userinfo and id token have the same `sub` (OIDC Core 5.3.2). */
  const identify = async (userinfo: Claims, idToken: string): Promise<Omit<Visitor<Account>, keyof User>> => {
    const signed = await provider.verifyIdToken(idToken)
    // next-auth checks azp only when there is more than one audience.
    if (!signed || (signed.azp ?? clientId) !== clientId) return { identification: { ok: false, fout: FAILED } }
    const fout = levelProblem(signed.acr, level)
    if (fout) return { identification: { ok: false, fout } }
    const identification = await oidc.identify(claimsFrom === 'both' ? { ...userinfo, ...signed } : userinfo)
    return { identification, session: providerSession(config, signed) }
  }

  async function profile(userinfo: Claims, tokens: { id_token?: string }): Promise<Visitor<Account>> {
    try {
      return await identify(userinfo, tokens.id_token ?? '')
    } catch (err) {
      // After an exception next-auth would redirect to an address that does not exist.
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
      authorization: {
        params: {
          scope,
          redirect_uri: redirectUri,
          ...(level.asked.length > 0 && { acr_values: level.asked.join(' ') }),
        },
      },
      // Makes next-auth read the claims from the userinfo.
      idToken: false,
      profile,
      [customFetch]: provider.fetch,
    },
  ]
}

/** Returns the `fout` when the `acr` of the id token is too low: a provider may ignore the request. */
function levelProblem(acr: unknown, { accepted }: SignInLevel): string | undefined {
  if (accepted.length === 0) return undefined
  if (typeof acr !== 'string') return LEVEL_UNKNOWN
  return accepted.includes(acr) ? undefined : TOO_WEAK
}
