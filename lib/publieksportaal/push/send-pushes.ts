import webpush from 'web-push'
import { DAY_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { retryAfter } from '#lib/platform/http/retry-after.ts'
import { isOver } from '#lib/platform/is-over.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { vapid } from '#lib/publieksportaal/env.ts'
import { sendDue } from '#lib/publieksportaal/outbox/attempts.ts'
import { GIVE_UP_MS } from '#lib/publieksportaal/outbox/wachtrijen.ts'
import { isPushService } from './apparaat/push-subscription.ts'
import { vapidPublicKey } from './apparaat/vapid-key.ts'
import { type ClaimedPush, claimPush, endPush, forgetApparaat, retryPush } from './claim-push.ts'
import { type ComposedPush, composePush } from './compose-push.ts'

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
async function postPush(
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

type Options = { signal?: AbortSignal; random?: () => number }

/**
 * Sends the due pushes. A row leaves the outbox only after the push service accepted it, so a process may die
 * at any moment: a push that is sent again replaces the first on the device. No transaction is open during a
 * call.
 */
export async function sendPushes(
  ctx: PublieksportaalContext,
  { signal, random = Math.random }: Options = {},
): Promise<void> {
  if (!vapid(ctx.env)) return
  await sendDue(async () => {
    const push = await claimPush(ctx)
    if (push) await sendPush(ctx, { push, random })
    return push !== undefined
  }, signal)
}

type Sending = { push: ClaimedPush; random: () => number }

/** A push that fails, for example because a key is missing, is retried later and does not block others. */
async function sendPush(ctx: PublieksportaalContext, sending: Sending): Promise<void> {
  const { push, random } = sending
  try {
    const composed = await composePush(ctx, push)
    if (!composed) return await endPush(ctx, { push, tot: push.vanVersie, isSent: false })
    const { tot, push: message } = composed
    if (!message) return await endPush(ctx, { push, tot, isSent: false })
    await deliver(ctx, sending, { tot, message })
  } catch (err) {
    ctx.log.error(
      { err, objectSoort: 'push', objectId: push.id },
      'A push could not be composed or recorded; trying again',
    )
    await retryPush(ctx, { push, random: random() })
  }
}

async function deliver(
  ctx: PublieksportaalContext,
  { push, random }: Sending,
  { tot, message }: { tot: number; message: ComposedPush },
): Promise<void> {
  const { apparaatId, aangemaaktOp, pogingen } = push
  const answer = await postPush(ctx, message)
  if (answer.outcome === 'accepted') return endPush(ctx, { push, tot, isSent: true })
  if (answer.outcome === 'gone') {
    const isForgotten = await forgetApparaat(ctx, { apparaatId, ...message })
    const fields = { objectSoort: 'apparaat', objectId: apparaatId }
    if (isForgotten) return ctx.log.info(fields, 'A device no longer accepts pushes; it is deleted')
    return retryPush(ctx, { push, random: random() })
  }
  const fields = { objectSoort: 'push', objectId: push.id, poging: pogingen, reason: answer.code }
  if (isOver(aangemaaktOp.getTime() + GIVE_UP_MS.push, { now: ctx.clock(), atMostMs: GIVE_UP_MS.push })) {
    await endPush(ctx, { push, tot, isSent: false })
    return ctx.log.warn(fields, 'A push is given up')
  }
  await retryPush(ctx, { push, random: random(), notBefore: answer.notBefore })
  if (answer.outcome === 'ours') ctx.log.error(fields, 'A push service refuses our push; trying again')
  else ctx.log.warn(fields, 'A push was not accepted; trying again later')
}
