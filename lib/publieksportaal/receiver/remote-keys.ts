import { z } from 'zod'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { isOver } from '#lib/platform/is-over.ts'
import type { Algorithm } from '#lib/proof/sign/signing.ts'
import { type PublicKey, readPublicKey, usableKeys } from '#lib/proof/verify/public-key.ts'
import type { KeyAnswer } from '#lib/proof/verify/step.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'

const TIMEOUT_MS = 3_000
const MAX_BYTES = 256 * 1024
/** The shortest time between fetches for a key missing from the cached set, because anyone can name a key. */
const COOLDOWN_MS = 30_000
const MAX_AGE_MS = 10 * MINUTE_MS
const PAUSE_AFTER_FAILURE_MS = 5_000

/** An invalid entry does not make the other keys unusable (RFC 7517 section 5). */
const jwks = z.object({ keys: z.array(z.unknown()).max(100) })

/** `fetchedAt`: when the request was sent */
type KeySet = { keys: PublicKey[]; fetchedAt: number }
type PublishedKeys = { set?: KeySet; fetching?: Promise<KeySet | undefined>; pausedUntil: number }

/**
 * Lets `pick` choose from the bron's published keys of one algorithm that are valid now. A key is unknown
 * only when a set requested after the bezorging came lacks it. An older set may lack a new key: the portal
 * then fetches again, or during COOLDOWN_MS answers with Retry-After. Otherwise somebody with a made-up key
 * could make the portal refuse a real one.
 */
export async function findRemoteKey<T>(
  ctx: PublieksportaalContext,
  options: {
    bron: Pick<Bron, 'jwksUrl'>
    receivedAt: Date
    alg: Algorithm
    pick: (keys: PublicKey[]) => T | undefined
  },
): Promise<KeyAnswer<T>> {
  const { alg, pick } = options
  const { jwksUrl } = options.bron
  const receivedAt = options.receivedAt.getTime()
  const published = publishedKeysOf(ctx, jwksUrl)
  const moment = ctx.clock()
  const now = moment.getTime()
  function answerFrom({ keys, fetchedAt }: KeySet): KeyAnswer<T> {
    const value = pick(usableKeys(keys, { alg, now: moment }))
    if (value !== undefined) return { ok: true, value }
    // A `fetchedAt` in the future means that the clock has been set back.
    const isSure = receivedAt <= fetchedAt && fetchedAt <= now
    return isSure ? { ok: false, reason: 'unknown_key' } : comeBack(fetchedAt + COOLDOWN_MS - now)
  }

  if (published.set && !isOver(published.set.fetchedAt + MAX_AGE_MS, { now, atMostMs: MAX_AGE_MS })) {
    const answer = answerFrom(published.set)
    if (answer.ok || !isOver(published.set.fetchedAt + COOLDOWN_MS, { now, atMostMs: COOLDOWN_MS })) return answer
  }
  const fresh = await fetchUnlessPaused(ctx, { published, jwksUrl, now })
  return fresh ? answerFrom(fresh) : comeBack(published.pausedUntil - now)
}

function comeBack(afterMs: number): Extract<KeyAnswer<never>, { reason: 'keys_unavailable' }> {
  return { ok: false, reason: 'keys_unavailable', retryAfterSeconds: Math.max(Math.ceil(afterMs / SECOND_MS), 1) }
}

function publishedKeysOf({ once }: PublieksportaalContext, jwksUrl: string): PublishedKeys {
  return once(`remote-keys ${jwksUrl}`, () => ({ pausedUntil: 0 }))
}

/** Concurrent callers share one fetch of the keys. */
function fetchUnlessPaused(
  ctx: PublieksportaalContext,
  { published, jwksUrl, now }: { published: PublishedKeys; jwksUrl: string; now: number },
): Promise<KeySet | undefined> {
  if (published.fetching) return published.fetching
  if (!isOver(published.pausedUntil, { now, atMostMs: PAUSE_AFTER_FAILURE_MS })) return Promise.resolve(undefined)
  published.fetching = fetchKeys(jwksUrl)
    .then((keys) => {
      published.set = { keys, fetchedAt: now }
      published.pausedUntil = now
      return published.set
    })
    .catch((err: unknown) => {
      published.pausedUntil = now + PAUSE_AFTER_FAILURE_MS
      ctx.log.error({ err }, 'The JWK set of the bron could not be fetched')
      return undefined
    })
    .finally(() => {
      published.fetching = undefined
    })
  return published.fetching
}

async function fetchKeys(jwksUrl: string): Promise<PublicKey[]> {
  const response = await fetch(jwksUrl, {
    // An intermediate cache may lack the key that triggers this fetch.
    headers: { Accept: 'application/jwk-set+json, application/json', 'Cache-Control': 'no-cache' },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const body = response.status === 200 ? await readBody(response, MAX_BYTES) : undefined
  if (!body) throw new Error('The JWK set was not served')
  return jwks.parse(JSON.parse(body.toString('utf8'))).keys.flatMap((entry) => readPublicKey(entry) ?? [])
}
