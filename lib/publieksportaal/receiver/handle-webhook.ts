import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { API_HEADERS, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { bearerTokens } from '#lib/proof/verify/bearer-tokens.ts'
import { claimedSource, configuredSource } from '../afwijzing/claimed-source.ts'
import { isAmongFirst } from '../afwijzing/is-among-first.ts'
import { recordAfwijzing } from '../afwijzing/record-afwijzing.ts'
import type { PublieksportaalContext } from '../context.ts'
import { acceptEvent, type Proof } from '../inbox/accept-event.ts'
import { acceptEvents } from '../inbox/accept-events.ts'
import { type Afwijzing, afwijzingResponse } from './afwijzing-response.ts'
import { answerHandshake } from './answer-handshake.ts'
import { examineRequest } from './examine-request.ts'
import { observeAfwijzing, observeReceived } from './webhook-metrics.ts'

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
