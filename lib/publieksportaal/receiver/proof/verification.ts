import type { Bron } from '../../bron/bron.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { WebhookRequest } from '../webhook-request.ts'

export type Verification =
  /** `eventId`: the event that the proof was made for; null when it does not say. `kid`: which key or secret */
  | { ok: true; eventId: string | null; kid: string }
  | NotProven
  /** it cannot be known now, because the source's keys are out of reach */
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
