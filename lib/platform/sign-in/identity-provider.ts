import { compactVerify } from 'jose'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { MINUTE_MS } from '../durations.ts'
import { createDocumentCache } from '../issuer/document-cache.ts'
import { fetchJson, fetchLimited } from '../issuer/fetch-limited.ts'
import { fetchKeySet } from '../issuer/key-set.ts'
import type { Logger } from '../logger.ts'
import { perProcess } from '../once.ts'

const MAX_AGE_MS = 10 * MINUTE_MS
/** The least time between two fetches of the keys for tokens that the cached keys do not verify. */
const COOLDOWN_MS = 30_000

/** Asymmetric only: for HS256 the client secret or the public key would be enough to forge a token. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA']

/** A token whose signature is verified, but whose claims are not checked yet. */
type VerifiedToken = { header: { typ?: string }; claims: Record<string, unknown> }

type Options = { name: string; issuer: string; clock: Clock; log: Logger }

/** Returns the shared instance of this process, with its cache. @param name of the sign-in */
export function identityProvider(options: Options) {
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
