import { contentModeOf } from '#lib/content/content-mode.ts'
import { type ContentRefusal, examineContent } from '#lib/content/examine-content.ts'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import { type Spent, spend } from '#lib/platform/http/rate.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { bearerTokens } from '#lib/proof/verify/bearer-tokens.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'
import { webhookUrl } from '../env.ts'
import type { Proof } from '../inbox/accept-event.ts'
import { authenticate, type Sender } from './authenticate.ts'
import { toWebhookRequest, type WebhookRequest } from './webhook-request.ts'

/** For a whole batch; an event in it may be as large as a single one. */
const MAX_BATCH_BYTES = 1024 * 1024

/** The burst that a bron may send after a pause, as time at its rate. */
const BURST_MS = 1_000

type Refusal =
  | { ok: false; reason: 'body_too_large' | 'body_incomplete' | 'unsupported_media_type' | 'more_than_one_token' }
  | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number }
  | ({ ok: false } & ContentRefusal)
  | Exclude<Sender, { ok: true }>

/** `sizeBytes`: the size of the body, as far as it was read. */
export type Examination = ({ ok: true; events: ReceivedEvent[]; proof: Proof } | Refusal) & { sizeBytes: number }

/** The address of a bezorging, and the senders trusted there. */
type Door = { sink: string; authenticate(webhookRequest: WebhookRequest): Promise<Sender> }

/**
 * Checks size, form, proof, permission and content, in this order. The proof covers the raw bytes, so that
 * nothing from an unproven sender is parsed.
 */
export async function examineRequest(
  ctx: PublieksportaalContext,
  request: Request,
  door: Door = { sink: webhookUrl(ctx.env), authenticate: (webhookRequest) => authenticate(ctx, webhookRequest) },
): Promise<Examination> {
  const contentmodus = contentModeOf(request.headers)
  const maxBytes = contentmodus === 'batch' ? MAX_BATCH_BYTES : MAX_EVENT_BYTES
  let body: Buffer | undefined
  try {
    body = await readBody(request, maxBytes)
  } catch {
    // The sender disconnected.
    return { ok: false, reason: 'body_incomplete', sizeBytes: 0 }
  }
  if (!body) return { ok: false, reason: 'body_too_large', sizeBytes: maxBytes }
  const sizeBytes = body.length
  if (!contentmodus) return { ok: false, reason: 'unsupported_media_type', sizeBytes }
  const { tokens } = bearerTokens(request.headers, new URL(request.url).searchParams)
  if (tokens.length > 1) return { ok: false, reason: 'more_than_one_token', sizeBytes }

  const parts = { sink: door.sink, contentmodus, body, token: tokens[0] }
  const webhookRequest = toWebhookRequest(ctx, request, parts)
  return { ...(await examineWebhookRequest(ctx, { door, webhookRequest })), sizeBytes }
}

async function examineWebhookRequest(
  ctx: PublieksportaalContext,
  { door, webhookRequest }: { door: Door; webhookRequest: WebhookRequest },
): Promise<{ ok: true; events: ReceivedEvent[]; proof: Proof } | Refusal> {
  const sender = await door.authenticate(webhookRequest)
  if (!sender.ok) return sender

  const { bron, credentialtype, kid } = sender
  const { origin, source } = bron
  for (const step of examineContent(webhookRequest, { origin, source, eventId: sender.eventId })) {
    if (!step.ok) return { ok: false, ...step.refusal }
    if (step.name === 'event') {
      return { ok: true, events: step.events, proof: { credentialtype, kid, bodySha256: webhookRequest.bodySha256 } }
    }
    // This is the bron's own event, so it counts against its rate even when it is malformed.
    const taken = step.name === 'bron' ? spendRate(ctx, bron) : ({ ok: true } as const)
    if (!taken.ok) return taken
  }
  throw new Error('The examination of the content ended without its events')
}

/** Counts one bezorging against the rate of its bron, in this process. */
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
