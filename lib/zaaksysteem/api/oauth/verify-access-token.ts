import { hash } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import {
  createDocumentCache,
  fetchKeySet,
  fetchLimited,
  type KeySet,
  PAUSE_AFTER_FAILURE_MS,
} from '#lib/platform/issuer/issuer-documents.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { API_SCOPES, type ApiScope, OAUTH, oauthAudience, zaaktype } from '../../env.ts'
import { type AccessTokenClaims, ALGORITHMS, CLOCK_TOLERANCE_SECONDS, readAccessToken } from './read-access-token.ts'

/**
 * A key that is not in the cached set causes a new fetch, at most this often, because anyone can name a key.
 */
const COOLDOWN_MS = 30_000
const MAX_VERIFIED = 1_000

type VerifiedAccessToken =
  | { ok: true; client: string; scopes: ApiScope[]; zaaktypen: string[] | undefined }
  | { ok: false; reason: 'token_invalid' }
  | { ok: false; reason: 'issuer_unavailable'; retryAfterSeconds: number }

type Ctx = Pick<ZaaksysteemContext, 'env' | 'clock' | 'log' | 'once'>

/**
 * True for a bearer token that `verifyAccessToken` must verify: with an authorization server, any token in
 * the form of a JWS.
 */
export function isAccessToken({ env }: Pick<Ctx, 'env'>, token: string): boolean {
  return env.ZAAKSYSTEEM_OAUTH_ISSUER !== undefined && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)
}

/**
 * Verifies an access token of the configured authorization server (RFC 9068). Algorithms, type, issuer and
 * audience are fixed, and keys come only from the JWK set of that server. A key counts as unknown only when
 * the set was fetched after the token came, because an older set may lack a new key.
 */
export async function verifyAccessToken(ctx: Ctx, token: string): Promise<VerifiedAccessToken> {
  const { env, clock } = ctx
  const now = clock()
  const issuer = env.ZAAKSYSTEEM_OAUTH_ISSUER as string
  const claims = readAccessToken(token, { issuer, audience: oauthAudience(env), now })
  if (!claims) return { ok: false, reason: 'token_invalid' }

  const server = ctx.once('authorization-server', () => createAuthorizationServer(ctx, issuer))
  let retryAfterMs = PAUSE_AFTER_FAILURE_MS
  for (const maxAgeMs of [MAX_AGE_MS, COOLDOWN_MS]) {
    const keys = await server.keys(maxAgeMs)
    if (!keys) break
    const signature = await judgeSignature(keys, token, now)
    if (signature === 'valid') return { ok: true, ...rightsOf(claims) }
    if (signature === 'invalid' || keys.askedAt >= now.getTime()) return { ok: false, reason: 'token_invalid' }
    retryAfterMs = keys.askedAt + COOLDOWN_MS - now.getTime()
  }
  return {
    ok: false,
    reason: 'issuer_unavailable',
    retryAfterSeconds: Math.max(Math.ceil(retryAfterMs / SECOND_MS), 1),
  }
}

function rightsOf({ client_id, scope }: AccessTokenClaims) {
  return { client: `${OAUTH}${client_id}`, ...readScope(scope) }
}

async function judgeSignature(keys: Keys, token: string, now: Date): Promise<'valid' | 'invalid' | 'unknown_key'> {
  const digest = hash('sha256', token, 'base64url')
  if (!keys.verified.delete(digest)) {
    try {
      await jwtVerify(token, keys.find, {
        algorithms: ALGORITHMS,
        currentDate: now,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      })
    } catch (error) {
      return error instanceof errors.JWKSNoMatchingKey ? 'unknown_key' : 'invalid'
    }
  }
  keys.verified.add(digest)
  if (keys.verified.size > MAX_VERIFIED) keys.verified.delete(keys.verified.keys().next().value as string)
  return 'valid'
}

const ZAKEN_LEZEN = 'zaken.lezen'
/** An abonnement outlives the token, so it would ignore the limits of the token. */
const ABONNEMENTEN_BEHEREN = 'abonnementen.beheren'

/**
 * Returns the rights in a `scope` (RFC 6749 section 3.3). A client may request fewer scopes than it was
 * granted, so each part must add rights, never limit them. `zaken.lezen:APV-EVEN:…` gives these zaaktypen,
 * `zaken.lezen` all, and without either there are none. Foreign scopes are ignored.
 */
export function readScope(scope: string): { scopes: ApiScope[]; zaaktypen: string[] | undefined } {
  const parts = scope.split(' ')
  const limited = parts.filter((part) => part.startsWith(`${ZAKEN_LEZEN}:`))
  const isOfAll = parts.includes(ZAKEN_LEZEN)
  const scopes = API_SCOPES.filter((name) => {
    if (name === ZAKEN_LEZEN) return isOfAll || limited.length > 0
    return parts.includes(name) && (isOfAll || name !== ABONNEMENTEN_BEHEREN)
  })
  if (isOfAll) return { scopes, zaaktypen: undefined }
  const zaaktypen = limited.flatMap((part) => part.split(':').slice(1))
  return { scopes, zaaktypen: zaaktypen.filter((each) => zaaktype.safeParse(each).success) }
}

const MAX_AGE_MS = 10 * MINUTE_MS

/**
 * `askedAt`: ms since 1970. `verified`: hashes of the tokens that these keys verified, the least recently
 * used first.
 */
type Keys = { find: KeySet; askedAt: number; verified: Set<string> }

type AuthorizationServer = {
  /** `undefined` when the server does not return them; never older than `maxAgeMs` */
  keys(maxAgeMs: number): Promise<Keys | undefined>
}

/** The authorization server with this `iss`, whose metadata and keys are cached. */
function createAuthorizationServer(
  { clock, log }: Pick<ZaaksysteemContext, 'clock' | 'log'>,
  issuer: string,
): AuthorizationServer {
  const load = createDocumentCache({
    clock,
    onFailure: (err) => log.warn({ code: 'issuer_unavailable', err }, 'The authorization server gave no usable answer'),
  })
  const fetchKeys = async (url: string) => {
    const askedAt = clock().getTime()
    return { find: await fetchKeySet(url), askedAt, verified: new Set<string>() }
  }

  return {
    async keys(maxAgeMs) {
      const metadata = await load(issuer, { fetch: fetchMetadata, maxAgeMs: MAX_AGE_MS })
      return metadata && load(metadata.jwks_uri, { fetch: fetchKeys, maxAgeMs })
    },
  }
}

/** RFC 8414, or OpenID Connect Discovery 1.0: many servers have only one of them. */
async function fetchMetadata(issuer: string): Promise<{ jwks_uri: string }> {
  const { protocol, origin, pathname } = new URL(issuer)
  const metadata = z.looseObject({
    issuer: z.literal(issuer),
    // Metadata that came over TLS may not name an address without it.
    jwks_uri: z.url({ protocol: protocol === 'https:' ? /^https$/ : /^https?$/ }),
  })
  const path = pathname.replace(/\/$/, '')
  const urls = [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
  ]
  for (const url of urls) {
    const response = await fetchLimited(url, { headers: { Accept: 'application/json' } })
    const { data } = metadata.safeParse(await response.json().catch(() => undefined))
    if (response.status === 200 && data) return data
  }
  throw new Error('The authorization server published no metadata for its issuer')
}
