import type { Bron } from '../../bron/bron.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { WebhookRequest } from '../webhook-request.ts'

export type Verification =
  /** `eventId`: the event that the proof was made for; null when it names none. `kid`: with which key or secret */
  | { ok: true; eventId: string | null; kid: string }
  | NotProven
  /** cannot be decided now, because the source's keys or its new secret are not here yet */
  | { ok: false; reason: 'keys_unavailable'; retryAfterSeconds: number }

export type NotProven = { ok: false; reason: 'invalid_token' | 'invalid_signature'; code: string }

export type Verifier = (
  ctx: PublieksportaalContext,
  options: { bron: Bron; webhookRequest: WebhookRequest },
) => Promise<Verification>

export function invalidToken(code: string): NotProven {
  return { ok: false, reason: 'invalid_token', code }
}

export function invalidSignature(code: string): NotProven {
  return { ok: false, reason: 'invalid_signature', code }
}
