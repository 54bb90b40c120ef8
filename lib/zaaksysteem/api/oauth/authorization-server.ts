import { z } from 'zod'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { createDocumentCache } from '#lib/platform/issuer/document-cache.ts'
import { fetchLimited } from '#lib/platform/issuer/fetch-limited.ts'
import { fetchKeySet, type KeySet } from '#lib/platform/issuer/key-set.ts'
import type { ZaaksysteemContext } from '../../context.ts'

export const MAX_AGE_MS = 10 * MINUTE_MS

/**
 * `askedAt`: ms since 1970. `verified`: hashes of the tokens that these keys verified, the least recently
 * used first.
 */
export type Keys = { find: KeySet; askedAt: number; verified: Set<string> }

type AuthorizationServer = {
  /** `undefined` when the server does not return them; never older than `maxAgeMs` */
  keys(maxAgeMs: number): Promise<Keys | undefined>
}

/** The authorization server with this `iss`, whose metadata and keys are cached. */
export function createAuthorizationServer(
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
