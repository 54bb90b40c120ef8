import { createHash } from 'node:crypto'
import { MIMEType } from 'node:util'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import type { ProblemDetail } from '#lib/platform/problem-json.ts'
import { readBody } from '#lib/platform/request-body.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Proof, ReceivedEvent } from '../inbox/received-event.ts'
import { parseEvent } from './parse-event.ts'
import { parseStrictJson } from './strict-json.ts'
import { VERIFIERS } from './verifier.ts'

export type Examination =
  | { ok: true; event: ReceivedEvent; proof: Proof }
  | { ok: false; reason: 'body_too_large' | 'unsupported_media_type' | 'origin_not_allowed' | 'source_not_allowed' }
  | { ok: false; reason: 'invalid_token'; code: string }
  | { ok: false; reason: 'keys_unavailable'; retryAfterSeconds: number }
  | { ok: false; reason: 'invalid_event'; errors: ProblemDetail[] }

/**
 * The checks in their order: size, form, proof, permission, content. The proof is over the raw bytes, so nothing is
 * parsed for a sender who is not known. A token that was made for another event (`sub`) proves nothing about this one.
 */
export async function examineRequest(ctx: PublieksportaalContext, request: Request): Promise<Examination> {
  const { headers } = request
  const body = await readBody(request, MAX_EVENT_BYTES)
  if (!body) return { ok: false, reason: 'body_too_large' }
  if (!isStructuredJson(headers)) return { ok: false, reason: 'unsupported_media_type' }

  const methode = ctx.env.PUBLIEKSPORTAAL_BRON_METHODE
  const bodySha256 = createHash('sha256').update(body).digest('base64url')
  const sender = await VERIFIERS[methode](ctx, { headers, bodySha256 })
  if (!sender.ok && sender.reason === 'keys_unavailable') return sender
  if (!sender.ok) return { ok: false, reason: 'invalid_token', code: sender.code }

  const { value, problems } = parseStrictJson(body)
  const { id, source } = claimedIdentity(value)
  if (id !== undefined && id !== sender.eventId) {
    return { ok: false, reason: 'invalid_token', code: 'other_event' }
  }
  const origin = headers.get(WEBHOOK_HEADERS.requestOrigin)
  if (origin !== ctx.env.PUBLIEKSPORTAAL_BRON_ORIGIN) return { ok: false, reason: 'origin_not_allowed' }
  if (source !== undefined && source !== sender.source) return { ok: false, reason: 'source_not_allowed' }

  if (value === undefined) return { ok: false, reason: 'invalid_event', errors: problems }
  const parsed = parseEvent(value)
  const errors = parsed.ok ? problems : [...problems, ...parsed.problems]
  if (!parsed.ok || errors.length > 0) return { ok: false, reason: 'invalid_event', errors }
  return { ok: true, event: parsed.event, proof: { methode, kid: sender.kid, bodySha256 } }
}

/** What an event says of itself, however broken the rest of it is. */
function claimedIdentity(value: unknown): { id?: string; source?: string } {
  const { id, source } = (value ?? {}) as Record<string, unknown>
  return {
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(typeof source === 'string' && source !== '' && { source }),
  }
}

/** Structured mode, JSON, one event, UTF-8, not compressed (CloudEvents HTTP binding section 3.2). */
function isStructuredJson(headers: Headers): boolean {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') return false
  try {
    const { essence, params } = new MIMEType(headers.get('content-type') ?? '')
    return essence === 'application/cloudevents+json' && (params.get('charset') ?? 'utf-8').toLowerCase() === 'utf-8'
  } catch {
    return false
  }
}
