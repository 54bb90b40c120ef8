import webpush from 'web-push'
import { DAY_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { retryAfter } from '#lib/platform/http/retry-after.ts'
import type { PublieksportaalContext } from '../context.ts'
import { vapid } from '../env.ts'
import { isPushService } from './apparaat/is-push-service.ts'
import { vapidPublicKey } from './apparaat/vapid-key.ts'
import type { ComposedPush } from './compose-push.ts'

/** The time that the push service keeps the push for a device that is off. */
const TTL_SECONDS = (3 * DAY_MS) / SECOND_MS
/** Shorter than the lease of a push. */
const SEND_LIMIT_MS = 10 * SECOND_MS
const TOO_MANY_REQUESTS = 429

/**
 * The outcome of a push.
 *
 * - `accepted`: the push service has it
 * - `gone`: the device no longer has this subscription
 * - `delayed`: the push service may have it; a retry is harmless, because a push replaces the one before
 * - `ours`: the push service refuses our request, for example our key
 *
 * `notBefore`: the earliest time for a retry that the push service asks for
 */
type PushOutcome =
  | { outcome: 'accepted' }
  | { outcome: 'gone' }
  | { outcome: 'delayed' | 'ours'; code: string; notBefore?: Date | null }

/**
 * Sends one request to a push service (RFC 8030), encrypted for the device (RFC 8291) and signed with our key
 * (RFC 8292). Checks the address again, because the configuration may have changed. Follows no redirect and
 * does not read the answer.
 */
export async function postPush(
  { env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>,
  { subscription, message, topic }: Pick<ComposedPush, 'subscription' | 'message' | 'topic'>,
): Promise<PushOutcome> {
  const keys = vapid(env)
  if (!keys || !isPushService(env, subscription.endpoint)) return { outcome: 'ours', code: 'not_push_service' }
  const { endpoint, method, headers, body } = webpush.generateRequestDetails(subscription, JSON.stringify(message), {
    vapidDetails: { ...keys, publicKey: vapidPublicKey(keys.privateKey) },
    contentEncoding: 'aes128gcm',
    TTL: TTL_SECONDS,
    urgency: 'normal',
    topic,
  })
  try {
    const response = await fetch(endpoint, {
      method,
      headers: toHeaders(headers),
      body: new Uint8Array(body as Buffer),
      redirect: 'manual',
      signal: AbortSignal.timeout(SEND_LIMIT_MS),
    })
    await response.body?.cancel()
    return outcomeOf(response, clock())
  } catch (error) {
    return {
      outcome: 'delayed',
      code: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable',
    }
  }
}

/** Returns the headers of `web-push` without Content-Length, which `fetch` sets itself. */
function toHeaders({ 'Content-Length': _, ...headers }: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function outcomeOf({ ok, status, headers }: Response, now: Date): PushOutcome {
  if (ok) return { outcome: 'accepted' }
  if (status === 404 || status === 410) return { outcome: 'gone' }
  const isTheirs = status === TOO_MANY_REQUESTS || status >= 500
  const notBefore = retryAfter({ 'retry-after': headers.get('retry-after') ?? undefined }, now)
  return { outcome: isTheirs ? 'delayed' : 'ours', code: `http_${status}`, notBefore }
}
