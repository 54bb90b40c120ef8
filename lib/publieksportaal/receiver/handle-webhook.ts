import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { API_HEADERS, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { bearerTokens } from '#lib/proof/verify/verifiers.ts'
import { isAmongFirst } from '#lib/publieksportaal/afwijzing/is-among-first.ts'
import { claimedSource, configuredSource, recordAfwijzing } from '#lib/publieksportaal/afwijzing/record-afwijzing.ts'
import { type Bron, findFreshBron } from '#lib/publieksportaal/bron/bron.ts'
import { awaitsGeheim } from '#lib/publieksportaal/bron/geheim.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { acceptEvent, type Proof } from '#lib/publieksportaal/inbox/accept-event.ts'
import { acceptEvents } from '#lib/publieksportaal/inbox/accept-events.ts'
import { type Afwijzing, afwijzingResponse } from './afwijzing-response.ts'
import { examineRequest } from './examine-request.ts'
import { observeAfwijzing, observeReceived } from './webhook-metrics.ts'

const NO_LIMIT = '*'
const LOOK_AGAIN_MS = 100
const MAX_LOOKS = 30

/**
 * CloudEvents webhook specification section 4: the WebHook-Allowed headers give toestemming, whatever the
 * status. Sent only to a bron that the portal registered at, and not for an invalid rate (section 4.1).
 *
 * A bron that issues a secret sends its handshake at once, perhaps before the portal has stored that secret.
 * The handler then waits for the secret, because the bron starts its bezorgingen after the toestemming.
 */
async function answerHandshake(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const origin = request.headers.get(WEBHOOK_HEADERS.requestOrigin)
  const rate = request.headers.get(WEBHOOK_HEADERS.requestRate)
  const bron = rate === null || RATE.test(rate) ? await findReadyBron(ctx, origin) : null
  const givesToestemming = bron?.status === 'actief'
  return new Response(null, {
    status: 204,
    headers: {
      ...API_HEADERS,
      Allow: 'POST, OPTIONS',
      ...(givesToestemming && {
        [WEBHOOK_HEADERS.allowedOrigin]: bron.origin,
        [WEBHOOK_HEADERS.allowedRate]: String(bron.maxPerMinuut ?? NO_LIMIT),
      }),
    },
  })
}

/** Returns the bron of this origin, once its secret is stored; null at once for any other origin. */
async function findReadyBron(ctx: PublieksportaalContext, origin: string | null): Promise<Bron | null> {
  for (let look = 1; look <= MAX_LOOKS; look++) {
    const bron = await findFreshBron(ctx)
    if (!bron || bron.origin !== origin) return null
    if (!awaitsGeheim(ctx, bron)) return bron
    await ctx.wait(LOOK_AGAIN_MS)
  }
  return null
}

const refuseMethod = methodNotAllowed('POST', 'OPTIONS')

/** Handles every request to the webhook, the only address that accepts events. */
export async function handleWebhook(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  try {
    if (request.method === 'POST') return await receiveEvent(ctx, request)
    if (request.method === 'OPTIONS') return await answerHandshake(ctx, request)
    return refuseMethod()
  } catch (err) {
    observeAfwijzing(ctx, 'unavailable')
    if (isAmongFirst(ctx, 'unavailable')) ctx.log.error({ err }, 'A request to the webhook could not be handled')
    return afwijzingResponse({ reason: 'unavailable', sizeBytes: 0 })
  }
}

/** Answers a bezorging. 204: stored, now or earlier, or a proefbericht. */
async function receiveEvent(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const examined = await examineRequest(ctx, request)
  if (!examined.ok) return reject(ctx, request, examined)

  const { events, proof, sizeBytes } = examined
  // A proefbericht is proven and valid, so it gets 204, but it is not stored.
  const real = events.filter(({ isProefbericht }) => !isProefbericht)
  if (real.length < events.length) ctx.log.info({ eventId: events[0]?.id }, 'Proefbericht received')
  const accepted = await accept(ctx, { events: real, proof })
  if (!accepted) return reject(ctx, request, { reason: 'different_content', sizeBytes })
  return new Response(null, { status: 204, headers: { ...API_HEADERS, ...cacheHeaders(request) } })
}

/** False when an event contradicts the one received before; then none of them is stored. */
async function accept(
  ctx: PublieksportaalContext,
  { events, proof }: { events: ReceivedEvent[]; proof: Proof },
): Promise<boolean> {
  const [event] = events
  if (!event) return true
  if (events.length > 1) {
    const batch = await acceptEvents(ctx, { events, proof })
    if (!batch.ok) return false
    ctx.log.info({ eventId: event.id, count: events.length }, 'Events received')
    observeReceived(ctx, { events, accepted: batch.accepted })
    return true
  }
  const reason = await acceptEvent(ctx, { event, proof })
  ctx.log.info({ eventId: event.id, type: event.type, sequence: event.sequence, reason }, 'Event received')
  if (reason === 'different_content') return false
  observeReceived(ctx, { events, accepted: reason === 'repeated' ? 0 : 1 })
  return true
}

/**
 * Counts and records an afwijzing. Logs only those that are stored one by one, because anybody can cause
 * many. The logged `source` is the configured one if the bezorging claims it: text of an unknown sender is
 * not logged.
 */
function reject(ctx: PublieksportaalContext, request: Request, afwijzing: Afwijzing): Response {
  const { reason, sizeBytes } = afwijzing
  const code = 'code' in afwijzing ? afwijzing.code : null
  const response = afwijzingResponse(afwijzing)
  observeAfwijzing(ctx, reason)
  const { headers } = request
  const noted = { headers, reden: reason, code, grootteBytes: sizeBytes, httpStatus: response.status }
  if (recordAfwijzing(ctx, noted)) {
    const source = configuredSource(ctx.env, claimedSource(headers)) || undefined
    ctx.log.warn({ reason, code: code ?? reason, source }, 'Event refused')
  }
  return response
}

/** RFC 6750 section 2.3: with a token in the URL, no shared cache may store the answer. */
function cacheHeaders(request: Request): Record<string, string> {
  return bearerTokens(request.headers, new URL(request.url).searchParams).inQuery
    ? { 'Cache-Control': 'private, no-store' }
    : {}
}
