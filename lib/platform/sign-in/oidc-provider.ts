import { compactVerify } from 'jose'
import { customFetch, type User } from 'next-auth'
import { z } from 'zod'
import type { Clock } from '#lib/platform/clock.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { createDocumentCache, fetchJson, fetchKeySet, fetchLimited } from '#lib/platform/issuer/issuer-documents.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { perProcess } from '#lib/platform/once.ts'
import { providerSession } from './provider-session.ts'
import type { Claims, Identification, ProviderSession, SignInConfig, SignInLevel } from './sign-in-config.ts'

const MAX_AGE_MS = 10 * MINUTE_MS
/** The least time between two fetches of the keys for tokens that the cached keys do not verify. */
const COOLDOWN_MS = 30_000

/** Asymmetric only: for HS256 the client secret or the public key would be enough to forge a token. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA']

/** A token whose signature is verified, but whose claims are not checked yet. */
type VerifiedToken = { header: { typ?: string }; claims: Record<string, unknown> }

type Options = { name: string; issuer: string; clock: Clock; log: Logger }

/** Returns the shared instance of this process, with its cache. @param name of the sign-in */
function identityProvider(options: Options) {
  return perProcess(`identity-provider ${options.name} ${options.issuer}`, () => createIdentityProvider(options))
}

/**
 * Makes the requests of a sign-in to its identity provider, with limits on time and size. Caches the
 * discovery document and the keys, so that a slow provider does not delay each sign-in.
 */
function createIdentityProvider({ issuer, clock, log }: Options) {
  const discoveryUrl = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).href
  const discovery = z.looseObject({
    issuer: z.url().refine((own) => new URL(own).href === new URL(issuer).href),
    jwks_uri: z.url({ protocol: /^https?$/ }),
    /** ignored when it is not a URL, so that sign-in still works */
    end_session_endpoint: z
      .url({ protocol: /^https?$/ })
      .optional()
      .catch(undefined),
  })
  const load = createDocumentCache({
    clock,
    onFailure: (err) =>
      log.warn({ code: 'identity_provider_unavailable', err }, 'The identity provider gave no usable answer'),
  })

  const fetchDiscovery = async (url: string) => discovery.parse(await fetchJson(url))
  const discover = () => load(discoveryUrl, { fetch: fetchDiscovery, maxAgeMs: MAX_AGE_MS })

  /** Replaces the `fetch` of next-auth. */
  async function fetchCached(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    if (input !== discoveryUrl) return fetchLimited(input, init)
    const document = await discover()
    if (!document) throw new Error('The identity provider gave no discovery document')
    return Response.json(document)
  }

  /** `undefined` when no published key of the provider signed the token. `kind` is for the log only. */
  async function verify(kind: 'id_token' | 'logout_token', token: string): Promise<VerifiedToken | undefined> {
    const document = await discover()
    if (!document) return undefined
    let failure: unknown
    for (const maxAgeMs of [MAX_AGE_MS, COOLDOWN_MS]) {
      const keys = await load(document.jwks_uri, { fetch: fetchKeySet, maxAgeMs })
      if (!keys) return undefined
      try {
        const { payload, protectedHeader } = await compactVerify(token, keys, { algorithms: ALGORITHMS })
        return { header: protectedHeader, claims: JSON.parse(new TextDecoder().decode(payload)) }
      } catch (error) {
        failure = error
      }
    }
    log.warn({ code: `${kind}_refused`, err: failure }, 'The signature of a token is not of its issuer')
    return undefined
  }

  /**
   * The claims of an id token; `undefined` when no published key of the provider signed it. next-auth checks
   * issuer, audience, times and nonce, but no signature: OIDC Core 3.1.3.7 lets a client trust TLS instead.
   */
  async function verifyIdToken(idToken: string): Promise<Record<string, unknown> | undefined> {
    return (await verify('id_token', idToken))?.claims
  }

  return { discover, fetch: fetchCached, verify, verifyIdToken }
}

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
