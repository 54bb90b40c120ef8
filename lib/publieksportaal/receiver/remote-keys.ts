import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { PublieksportaalContext } from '../context.ts'

const TIMEOUT_MS = 3_000
/** An unknown kid makes the set be fetched again, at most this often. */
const COOLDOWN_MS = 30_000
const MAX_AGE_MS = 10 * 60_000
/** jose would try again at every request; this source is left alone for a while after a failure. */
const PAUSE_AFTER_FAILURE_MS = 5_000

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

/** The source's keys are needed and cannot be had. */
export class KeysUnavailableError extends Error {
  readonly code = 'keys_unavailable'
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('The keys of the source are not available')
    this.name = 'KeysUnavailableError'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

const keysByContext = new WeakMap<PublieksportaalContext['env'], JWTVerifyGetKey>()

/** Finds the key of a token by its `kid`, in the JWK set of the configured source. */
export function remoteKeys(ctx: PublieksportaalContext): JWTVerifyGetKey {
  const known = keysByContext.get(ctx.env)
  if (known) return known

  const keySet = createRemoteJWKSet(new URL(ctx.env.PUBLIEKSPORTAAL_BRON_JWKS_URL), {
    timeoutDuration: TIMEOUT_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: MAX_AGE_MS,
    [customFetch]: fetchWithPauses(ctx),
  })
  const keys: JWTVerifyGetKey = (header, token) => {
    if (!header.kid) throw new errors.JWKSNoMatchingKey()
    return keySet(header, token)
  }
  keysByContext.set(ctx.env, keys)
  return keys
}

/** jose asks for a fetch only when the cache cannot answer, so a known kid is verified during a pause as well. */
function fetchWithPauses(ctx: PublieksportaalContext): typeof fetch {
  let pausedUntil = 0
  return async (url, init) => {
    const now = ctx.clock().getTime()
    if (now < pausedUntil) throw new KeysUnavailableError(Math.ceil((pausedUntil - now) / 1000))
    try {
      const response = await fetch(url, init)
      if (!response.ok) throw new Error('The JWK set was not served')
      return Response.json(jwks.parse(await response.json()))
    } catch (err) {
      pausedUntil = now + PAUSE_AFTER_FAILURE_MS
      ctx.log.error({ err }, 'The JWK set of the source could not be fetched')
      throw new KeysUnavailableError(PAUSE_AFTER_FAILURE_MS / 1000)
    }
  }
}
