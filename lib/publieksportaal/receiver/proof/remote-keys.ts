import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { perProcess } from '#lib/platform/per-process.ts'
import type { Bron } from '../../bron/bron.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { WebhookRequest } from '../webhook-request.ts'
import type { Verification } from './verification.ts'

const TIMEOUT_MS = 3_000
const MAX_BYTES = 256 * 1024
/** A key that is not in the cached set makes the portal fetch the set again, at most this often: anyone can name a key. */
const COOLDOWN_MS = 30_000
const MAX_AGE_MS = 10 * MINUTE_MS
/** After a failed fetch the portal does not try again for this long. */
const PAUSE_AFTER_FAILURE_MS = 5_000
const CLOCK_TOLERANCE_SECONDS = 5
const MIN_RSA_BITS = 2048

/** From the key's own `alg`: the portal verifies with it only signatures of that algorithm. */
export type KeyAlgorithm = 'ES256' | 'Ed25519' | 'PS256'

export type RemoteKey = { kid: string; alg: KeyAlgorithm; key: KeyObject }

/** An entry that is no key does not make the others unusable (RFC 7517 section 5). */
const jwks = z.object({ keys: z.array(z.unknown()).max(100) })

const jwk = z.looseObject({
  kid: z.string().min(1),
  /** RFC 9864 calls it Ed25519, RFC 8037 EdDSA */
  alg: z.enum(['ES256', 'Ed25519', 'EdDSA', 'PS256']).transform((alg) => (alg === 'EdDSA' ? 'Ed25519' : alg)),
  use: z.literal('sig').optional(),
  key_ops: z
    .array(z.string())
    .refine((operations) => operations.includes('verify'))
    .optional(),
  /** seconds since 1970: the key is valid from `nbf` until just before `exp` */
  nbf: z.int().optional(),
  exp: z.int().optional(),
})

const FITS: Readonly<Record<KeyAlgorithm, (key: KeyObject) => boolean>> = {
  ES256: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
    asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1',
  Ed25519: ({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519',
  PS256: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
    asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS,
}

type PublishedKey = RemoteKey & { nbf: number; exp: number }
/** `fetchedAt`: when it was asked for */
type KeySet = { keys: PublishedKey[]; fetchedAt: number }
type Source = { set?: KeySet; fetching?: Promise<KeySet | undefined>; pausedUntil: number }

const sources = perProcess(
  'publieksportaal.remote-keys',
  () => new WeakMap<PublieksportaalContext['env'], Map<string, Source>>(),
)

export type KeyAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: 'unknown_key' }
  | Extract<Verification, { reason: 'keys_unavailable' }>

/**
 * Lets `pick` choose from the source's published keys of one algorithm that are valid now. A key is unknown when a set
 * lacks it that was asked for after the delivery came. In an older set it may be lacking because it is new, so the portal
 * fetches the set again, or during COOLDOWN_MS asks the source to come back: somebody who made up a key a moment ago must
 * not make it refuse a real one.
 */
export async function findRemoteKey<T>(
  ctx: PublieksportaalContext,
  options: {
    bron: Pick<Bron, 'jwksUrl'>
    webhookRequest: Pick<WebhookRequest, 'receivedAt'>
    alg: KeyAlgorithm
    pick: (keys: RemoteKey[]) => T | undefined
  },
): Promise<KeyAnswer<T>> {
  const { alg, pick } = options
  const { jwksUrl } = options.bron
  const receivedAt = options.webhookRequest.receivedAt.getTime()
  const source = sourceOf(ctx, jwksUrl)
  const now = ctx.clock().getTime()
  function answerFrom({ keys, fetchedAt }: KeySet): KeyAnswer<T> {
    const value = pick(keys.filter((key) => key.alg === alg && isValid(key, now)))
    if (value !== undefined) return { ok: true, value }
    // The set cannot have been asked for in the future: when it was, the clock has been set back.
    const isSure = receivedAt <= fetchedAt && fetchedAt <= now
    return isSure ? { ok: false, reason: 'unknown_key' } : comeBack(fetchedAt + COOLDOWN_MS - now)
  }

  if (source.set && !isOver(source.set.fetchedAt + MAX_AGE_MS, { now, atMostMs: MAX_AGE_MS })) {
    const answer = answerFrom(source.set)
    if (answer.ok || !isOver(source.set.fetchedAt + COOLDOWN_MS, { now, atMostMs: COOLDOWN_MS })) return answer
  }
  const fresh = await fetchUnlessPaused(ctx, { source, jwksUrl, now })
  return fresh ? answerFrom(fresh) : comeBack(source.pausedUntil - now)
}

function comeBack(afterMs: number): Extract<Verification, { reason: 'keys_unavailable' }> {
  return { ok: false, reason: 'keys_unavailable', retryAfterSeconds: Math.max(Math.ceil(afterMs / SECOND_MS), 1) }
}

function sourceOf({ env }: PublieksportaalContext, jwksUrl: string): Source {
  const known = sources.get(env) ?? new Map<string, Source>()
  sources.set(env, known)
  const source = known.get(jwksUrl) ?? { pausedUntil: 0 }
  known.set(jwksUrl, source)
  return source
}

function isValid({ nbf, exp }: PublishedKey, nowMs: number): boolean {
  const now = nowMs / 1000
  return nbf <= now + CLOCK_TOLERANCE_SECONDS && now < exp
}

/** All callers at one moment share one fetch. */
function fetchUnlessPaused(
  ctx: PublieksportaalContext,
  { source, jwksUrl, now }: { source: Source; jwksUrl: string; now: number },
): Promise<KeySet | undefined> {
  if (source.fetching) return source.fetching
  if (!isOver(source.pausedUntil, { now, atMostMs: PAUSE_AFTER_FAILURE_MS })) return Promise.resolve(undefined)
  source.fetching = fetchKeys(jwksUrl)
    .then((keys) => {
      source.set = { keys, fetchedAt: now }
      source.pausedUntil = now
      return source.set
    })
    .catch((err: unknown) => {
      source.pausedUntil = now + PAUSE_AFTER_FAILURE_MS
      ctx.log.error({ err }, 'The JWK set of the source could not be fetched')
      return undefined
    })
    .finally(() => {
      source.fetching = undefined
    })
  return source.fetching
}

async function fetchKeys(jwksUrl: string): Promise<PublishedKey[]> {
  const response = await fetch(jwksUrl, {
    headers: { Accept: 'application/jwk-set+json, application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const body = response.status === 200 ? await readBody(response, MAX_BYTES) : undefined
  if (!body) throw new Error('The JWK set was not served')
  return jwks.parse(JSON.parse(body.toString('utf8'))).keys.flatMap((entry) => toPublishedKey(entry) ?? [])
}

/** `undefined` for a key that the portal cannot verify with: a set may also hold keys for other uses. */
function toPublishedKey(entry: unknown): PublishedKey | undefined {
  const { data } = jwk.safeParse(entry)
  if (!data) return undefined
  const { kid, alg, nbf = Number.NEGATIVE_INFINITY, exp = Number.POSITIVE_INFINITY } = data
  try {
    const key = createPublicKey({ key: entry as JsonWebKey, format: 'jwk' })
    return FITS[alg](key) ? { kid, alg, key, nbf, exp } : undefined
  } catch {
    return undefined
  }
}

export function byKid(kid: string): (keys: RemoteKey[]) => RemoteKey | undefined {
  return (keys) => keys.find((key) => key.kid === kid)
}
