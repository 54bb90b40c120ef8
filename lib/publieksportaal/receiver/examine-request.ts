import { hash } from 'node:crypto'
import { type ContentRefusal, examineContent } from '#lib/content/examine-content.ts'
import { contentModeOf } from '#lib/content/read-content.ts'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import { type Spent, spend } from '#lib/platform/http/rate.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { targetUri } from '#lib/proof/sign/http-message-signature.ts'
import { bearerTokens } from '#lib/proof/verify/verifiers.ts'
import type { Bron } from '../bron/bron.ts'
import type { PublieksportaalContext } from '../context.ts'
import { webhookUrl } from '../env.ts'
import type { Proof } from '../inbox/accept-event.ts'
import { authenticate, type Sender, type WebhookRequest } from './authenticate.ts'

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

/** The address of a bezorging, and the bron that is trusted there; absent: the one of the portal. */
type Door = { sink: string; bron?: Bron }

/**
 * Checks size, form, proof, permission and content, in this order. The proof covers the raw bytes, so that
 * nothing from an unproven sender is parsed.
 */
export async function examineRequest(
  ctx: PublieksportaalContext,
  request: Request,
  { sink, bron }: Door = { sink: webhookUrl(ctx.env) },
): Promise<Examination> {
  const { headers, method } = request
  const { search, searchParams } = new URL(request.url)
  const contentmodus = contentModeOf(headers)
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
  const { tokens } = bearerTokens(headers, searchParams)
  if (tokens.length > 1) return { ok: false, reason: 'more_than_one_token', sizeBytes }

  const webhookRequest: WebhookRequest = {
    receivedAt: ctx.clock(),
    method,
    sink,
    targetUri: targetUri(`${sink}${search}`),
    headers,
    contentmodus,
    body,
    bodySha256: hash('sha256', body, 'base64url'),
    token: tokens[0],
  }
  const sender = await authenticate(ctx, webhookRequest, bron)
  if (!sender.ok) return { ...sender, sizeBytes }
  return { ...examineSent(ctx, { sender, webhookRequest }), sizeBytes }
}

/** Checks the permission of a proven sender, and the content. */
function examineSent(
  ctx: PublieksportaalContext,
  { sender, webhookRequest }: { sender: Extract<Sender, { ok: true }>; webhookRequest: WebhookRequest },
): { ok: true; events: ReceivedEvent[]; proof: Proof } | Refusal {
  const { bron, credentialtype, kid, eventId } = sender
  const { origin, source } = bron
  for (const step of examineContent(webhookRequest, { origin, source, eventId })) {
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
