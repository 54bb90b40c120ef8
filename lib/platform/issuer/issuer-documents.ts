import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import type { Clock } from '#lib/platform/clock.ts'
import { rsaExponent } from '#lib/platform/crypto/rsa-exponent.ts'
import { readBody } from '#lib/platform/http/read-body.ts'

const TIMEOUT_MS = 5_000
const MAX_BYTES = 256 * 1024

/** Fetches a document of an issuer, with a limit on the time and the size of the response. */
export async function fetchLimited(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
  const body = await readBody(response, MAX_BYTES)
  if (!body) throw new Error('The answer of the issuer is too large')
  return new Response(body.length > 0 ? new Uint8Array(body) : null, response)
}

export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetchLimited(url, { headers: { Accept: 'application/json' } })
  if (response.status !== 200) throw new Error('The issuer did not serve the document')
  return response.json()
}

/** For this long after a failed fetch no call waits for the same document again. */
export const PAUSE_AFTER_FAILURE_MS = 5_000

type Document<T> = {
  /** the last document, and when it was requested */
  known?: { value: T; askedAt: number }
  asking?: Promise<T | undefined> | undefined
  failedAt?: number
}

type Wish<T> = { fetch: (url: string) => Promise<T>; maxAgeMs: number }

/**
 * Caches the documents that an issuer publishes, so that a slow issuer does not delay every call. A call that
 * needs a newer document waits for it, or gets none; meanwhile the cached one serves calls for which it is
 * fresh enough.
 */
export function createDocumentCache({ clock, onFailure }: { clock: Clock; onFailure: (err: unknown) => void }) {
  const documents = new Map<string, Document<unknown>>()

  /** `undefined` when the issuer does not serve it. Concurrent calls share one fetch. */
  return async function load<T>(url: string, { fetch, maxAgeMs }: Wish<T>): Promise<T | undefined> {
    const now = clock().getTime()
    const document = (documents.get(url) ?? {}) as Document<T>
    documents.set(url, document)
    const { known, asking, failedAt = Number.NEGATIVE_INFINITY } = document
    if (known && Math.abs(now - known.askedAt) < maxAgeMs) return known.value
    if (asking) return asking
    if (Math.abs(now - failedAt) < PAUSE_AFTER_FAILURE_MS) return undefined

    document.asking = fetch(url).then(
      (value) => {
        Object.assign(document, { known: { value, askedAt: now }, asking: undefined })
        return value
      },
      (err) => {
        Object.assign(document, { failedAt: now, asking: undefined })
        onFailure(err)
        return undefined
      },
    )
    return document.asking
  }
}

const jwks = z.object({ keys: z.array(z.looseObject({})).max(100) })
const jwk = z.looseObject({ e: rsaExponent })

/** The published keys of an issuer, as a function that jose calls. */
export type KeySet = ReturnType<typeof createLocalJWKSet>

/**
 * jose checks the kind and use of a key only when a token needs it, so an invalid key does not break the
 * others.
 */
export async function fetchKeySet(url: string): Promise<KeySet> {
  const keys = jwks.parse(await fetchJson(url)).keys.filter((key) => jwk.safeParse(key).success)
  return createLocalJWKSet({ keys } as JSONWebKeySet)
}
