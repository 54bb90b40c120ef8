import { z } from 'zod'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { isOver } from '#lib/platform/is-over.ts'
import type { Algorithm } from '#lib/proof/sign/signing.ts'
import { type PublicKey, readPublicKey, usableKeys } from '#lib/proof/verify/public-key.ts'
import { type KeyAnswer, type Proven, prove, type Refusal, type UnprovenRequest } from '#lib/proof/verify/step.ts'
import { VERIFIERS } from '#lib/proof/verify/verifiers.ts'
import {
  type Bezorgwijze,
  type Bron,
  findBron,
  findFreshBron,
  isBefore,
  validGeheimen,
} from '#lib/publieksportaal/bron/bron.ts'
import { awaitsGeheim } from '#lib/publieksportaal/bron/geheim.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { Contentmodus, Credentialtype } from '#lib/publieksportaal/generated/enums.ts'

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

const GEHEIM_RETRY_SECONDS = 1
const SOURCE_UNKNOWN = { ok: false, reason: 'invalid_token', code: 'source_unknown' } as const

/** A bezorging with an unproven sender. `targetUri` is what it signed, even behind a rewriting proxy. */
export type WebhookRequest = UnprovenRequest & {
  receivedAt: Date
  headers: Headers
  contentmodus: Contentmodus
  body: Buffer
}

export type Sender =
  | ({ ok: true; bron: Bron; credentialtype: Credentialtype } & Proven)
  | ({ ok: false } & Refusal)
  | { ok: false; reason: 'unsupported_media_type' | 'source_retired' }

/**
 * Proves the sender by the cached record of the bron, then by a fresh one, which another process may have
 * changed.
 *
 * @param own the only bron that is trusted, instead of the one that the portal registered at
 */
export async function authenticate(
  ctx: PublieksportaalContext,
  webhookRequest: WebhookRequest,
  own?: Bron,
): Promise<Sender> {
  const bron = own ?? (await findBron(ctx))
  const sender = await proveBy(ctx, { bron, webhookRequest })
  if (sender.ok || own) return sender
  const fresh = await findFreshBron(ctx)
  return fresh === bron ? sender : proveBy(ctx, { bron: fresh, webhookRequest })
}

/** Proves the sender by one record of a bron. */
async function proveBy(
  ctx: PublieksportaalContext,
  { bron, webhookRequest }: { bron: Bron | null; webhookRequest: WebhookRequest },
): Promise<Sender> {
  const now = ctx.clock()
  const wijzen = bron?.bezorgwijzen.filter(({ geldigTot }) => isBefore(now, geldigTot)) ?? []
  if (!bron || wijzen.length === 0) return SOURCE_UNKNOWN
  const credentialtypes = credentialtypesFor(webhookRequest.contentmodus, wijzen)
  if (credentialtypes.length === 0) return { ok: false, reason: 'unsupported_media_type' }
  if (bron.status === 'ingetrokken') return { ok: false, reason: 'source_retired' }

  const { receivedAt } = webhookRequest
  const refusals: ({ ok: false } & Refusal)[] = []
  for (const credentialtype of credentialtypes) {
    const proof = await prove(
      VERIFIERS[credentialtype](webhookRequest, {
        source: bron.source,
        now,
        geheimen: validGeheimen(ctx, bron, credentialtype),
        findKey: (alg, pick) => findRemoteKey(ctx, { bron, receivedAt, alg, pick }),
      }),
    )
    if (proof.ok) return { ...proof, bron, credentialtype }
    refusals.push(proof)
  }
  if (awaitsGeheim(ctx, bron)) {
    return { ok: false, reason: 'keys_unavailable', retryAfterSeconds: GEHEIM_RETRY_SECONDS }
  }
  // 503 wins over 401: with the keys that are unavailable now this method may still prove the sender.
  return refusals.find(({ reason }) => reason === 'keys_unavailable') ?? refusals[0] ?? SOURCE_UNKNOWN
}

/**
 * Returns the methods that may prove a bezorging in this content mode; none when the mode was not agreed on.
 * Structured mode is always accepted, because a bron resends the events of a refused batch one by one.
 */
function credentialtypesFor(contentmodus: Contentmodus, wijzen: Bezorgwijze[]): Credentialtype[] {
  const fitting = wijzen.filter((wijze) => contentmodus === 'structured' || wijze.contentmodus === contentmodus)
  return [...new Set(fitting.map(({ credentialtype }) => credentialtype))]
}
