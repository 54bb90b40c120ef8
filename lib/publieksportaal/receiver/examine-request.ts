import { contentModeOf } from '#lib/content/content-mode.ts'
import { parseEvents } from '#lib/content/parse-events.ts'
import { readContent } from '#lib/content/read-content.ts'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { type Spent, spend } from '#lib/platform/http/rate.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { bearerTokens } from '#lib/proof/verify/bearer-tokens.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Proof } from '../inbox/accept-event.ts'
import { authenticate, type Sender } from './authenticate.ts'
import { toWebhookRequest, type WebhookRequest } from './webhook-request.ts'

/** For a batch as a whole; an event in it may be as large as one that comes alone. */
const MAX_BATCH_BYTES = 1024 * 1024

/** After a pause a bron may send at once what it may send in this time. */
const BURST_MS = 1_000

type Refusal =
  | { ok: false; reason: 'body_too_large' | 'body_incomplete' | 'unsupported_media_type' | 'more_than_one_token' }
  | { ok: false; reason: 'origin_not_allowed' | 'source_not_allowed' }
  | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number }
  | { ok: false; reason: 'invalid_event'; errors: ProblemDetail[] }
  | Exclude<Sender, { ok: true }>

/** `sizeBytes`: the size of the body, as far as it was read. */
export type Examination = ({ ok: true; events: ReceivedEvent[]; proof: Proof } | Refusal) & { sizeBytes: number }

/**
 * Checks size, form, proof, permission and content, in this order. The proof is over the raw bytes, so that the portal
 * parses nothing from a sender that is not proven.
 */
export async function examineRequest(ctx: PublieksportaalContext, request: Request): Promise<Examination> {
  const contentmodus = contentModeOf(request.headers)
  const maxBytes = contentmodus === 'batch' ? MAX_BATCH_BYTES : MAX_EVENT_BYTES
  let body: Buffer | undefined
  try {
    body = await readBody(request, maxBytes)
  } catch {
    // Its sender went away.
    return { ok: false, reason: 'body_incomplete', sizeBytes: 0 }
  }
  if (!body) return { ok: false, reason: 'body_too_large', sizeBytes: maxBytes }
  const sizeBytes = body.length
  if (!contentmodus) return { ok: false, reason: 'unsupported_media_type', sizeBytes }
  const { tokens } = bearerTokens(request.headers, new URL(request.url).searchParams)
  if (tokens.length > 1) return { ok: false, reason: 'more_than_one_token', sizeBytes }

  const webhookRequest = toWebhookRequest(ctx, request, { contentmodus, body, token: tokens[0] })
  return { ...(await examineWebhookRequest(ctx, webhookRequest)), sizeBytes }
}

async function examineWebhookRequest(
  ctx: PublieksportaalContext,
  webhookRequest: WebhookRequest,
): Promise<{ ok: true; events: ReceivedEvent[]; proof: Proof } | Refusal> {
  const sender = await authenticate(ctx, webhookRequest)
  if (!sender.ok) return sender

  const { bron, credentialtype, kid } = sender
  const { events, problems } = readContent(webhookRequest)
  const claims = (events ?? []).map(claimedIdentity)
  // A token that was made for one event must not prove another. The token of a batch names no event.
  const [first] = webhookRequest.contentmodus === 'batch' ? [] : claims
  if (sender.eventId !== null && first?.id !== undefined && first.id !== sender.eventId) {
    return { ok: false, reason: 'invalid_token', code: 'other_event' }
  }
  if (webhookRequest.headers.get(WEBHOOK_HEADERS.requestOrigin) !== bron.origin) {
    return { ok: false, reason: 'origin_not_allowed' }
  }
  if (claims.some(({ source }) => source !== undefined && source !== bron.source)) {
    return { ok: false, reason: 'source_not_allowed' }
  }
  const taken = spendRate(ctx, bron)
  if (!taken.ok) return taken

  const parsed = parseEvents(events ?? [], { inBatch: webhookRequest.contentmodus === 'batch' })
  const errors = [...problems, ...parsed.problems]
  if (errors.length > 0) return { ok: false, reason: 'invalid_event', errors }
  return { ok: true, events: parsed.events, proof: { credentialtype, kid, bodySha256: webhookRequest.bodySha256 } }
}

/** The id and source that an event claims, also when the rest of it is invalid. */
function claimedIdentity(event: unknown): { id?: string; source?: string } {
  const { id, source } = (event ?? {}) as Record<string, unknown>
  return {
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(typeof source === 'string' && source !== '' && { source }),
  }
}

/** Counts one delivery against the rate of its bron, in this process. */
function spendRate(
  ctx: PublieksportaalContext,
  { source, maxPerMinuut }: Bron,
): { ok: true } | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number } {
  if (maxPerMinuut === null) return { ok: true }
  const outcome = spend(
    ctx.once('rate-limit', (): Spent => new Map()),
    {
      key: source,
      rate: { perMinute: maxPerMinuut, burstMs: BURST_MS },
      now: ctx.clock(),
    },
  )
  return outcome.ok ? outcome : { ...outcome, reason: 'too_many_requests' }
}
