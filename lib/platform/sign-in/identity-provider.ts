import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { MINUTE_MS } from '../durations.ts'
import { readBody } from '../http/read-body.ts'
import type { Logger } from '../logger.ts'
import { perProcess } from '../per-process.ts'

const TIMEOUT_MS = 5_000
const MAX_BYTES = 256 * 1024
const MAX_AGE_MS = 10 * MINUTE_MS
/** A token that the cached keys do not verify makes the process fetch them again, at most this often. */
const COOLDOWN_MS = 30_000
/** After a failed fetch nobody waits for the same document again for this long. */
const PAUSE_AFTER_FAILURE_MS = 5_000

/** Asymmetric ones only: with HS256 whoever has the client secret, or passes the public key off as one, could sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA']

const jwks = z.object({ keys: z.array(z.looseObject({})).max(100) })

type Document<T> = { value: Promise<T | undefined>; askedAt: number; failed: boolean }

type Options = { name: string; issuer: string; clock: Clock; log: Logger }

/** The one of this process for a sign-in, with its cache. @param name of the sign-in */
export function identityProvider(options: Options) {
  return perProcess(`identity-provider ${options.name} ${options.issuer}`, () => createIdentityProvider(options))
}

/**
 * What a sign-in asks its identity provider, with a limit on time and size of every answer. The discovery document and
 * the keys are cached, so that a slow provider does not hold up each sign-in anew.
 */
function createIdentityProvider({ issuer, clock, log }: Options) {
  const discoveryUrl = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).href
  const discovery = z.looseObject({
    issuer: z.url().refine((own) => new URL(own).href === new URL(issuer).href),
    jwks_uri: z.url({ protocol: /^https?$/ }),
  })
  const documents = new Map<string, Document<unknown>>()

  /** `undefined` when the provider does not give it. All callers at one moment share one fetch. */
  function load<T>(url: string, { parse, maxAgeMs }: { parse: (json: unknown) => T; maxAgeMs: number }) {
    const now = clock().getTime()
    const known = documents.get(url) as Document<T> | undefined
    if (known && Math.abs(now - known.askedAt) < (known.failed ? PAUSE_AFTER_FAILURE_MS : maxAgeMs)) return known.value

    const document: Document<T> = { value: fetchJson(url).then(parse).catch(fail), askedAt: now, failed: false }
    function fail(err: unknown) {
      document.failed = true
      log.warn({ code: 'identity_provider_unavailable', err }, 'The identity provider gave no usable answer')
      return undefined
    }
    documents.set(url, document)
    return document.value
  }

  const discover = () => load(discoveryUrl, { parse: discovery.parse, maxAgeMs: MAX_AGE_MS })

  /** Takes the place of the `fetch` of next-auth. */
  async function fetchCached(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    if (input !== discoveryUrl) return fetchLimited(input, init)
    const document = await discover()
    if (!document) throw new Error('The identity provider gave no discovery document')
    return Response.json(document)
  }

  /**
   * The claims of an id token, if a published key of the provider signed it. next-auth checks who issued it, for whom,
   * when and with which nonce, but no signature: OIDC Core 3.1.3.7 lets a client trust the TLS connection instead.
   */
  async function verifyIdToken(idToken: string): Promise<Record<string, unknown> | undefined> {
    const document = await discover()
    if (!document) return undefined
    let failure: unknown
    for (const maxAgeMs of [MAX_AGE_MS, COOLDOWN_MS]) {
      const keys = await load(document.jwks_uri, { parse: toVerifier, maxAgeMs })
      if (!keys) return undefined
      try {
        const { payload } = await compactVerify(idToken, keys, { algorithms: ALGORITHMS })
        return JSON.parse(new TextDecoder().decode(payload))
      } catch (error) {
        failure = error
      }
    }
    log.warn({ code: 'id_token_refused', err: failure }, 'The signature of an id token is not that of its issuer')
    return undefined
  }

  return { discover, fetch: fetchCached, verifyIdToken }
}

async function fetchLimited(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
  const body = await readBody(response, MAX_BYTES)
  if (!body) throw new Error('The answer of the identity provider is too large')
  return new Response(body.length > 0 ? new Uint8Array(body) : null, response)
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetchLimited(url, { headers: { Accept: 'application/json' } })
  if (response.status !== 200) throw new Error('The identity provider did not serve the document')
  return response.json()
}

/** jose looks at the kind and the use of a key only when a token asks for it, so that an odd one spoils no other. */
function toVerifier(json: unknown) {
  return createLocalJWKSet(jwks.parse(json) as JSONWebKeySet)
}
