import type { PublieksportaalContext } from '../context.ts'
import { verifyJwt } from './verify-jwt.ts'

/** A delivery whose sender has to be proven. `bodySha256` is base64url over the raw bytes. */
export type Delivery = { headers: Headers; bodySha256: string }

export type Verification =
  /** `eventId`: the event that the proof was made for */
  | { ok: true; source: string; eventId: string; kid: string }
  | { ok: false; reason: 'not_proven'; code: string }
  /** it cannot be known now, because the source's keys are out of reach */
  | { ok: false; reason: 'keys_unavailable'; retryAfterSeconds: number }

export type Verifier = (ctx: PublieksportaalContext, delivery: Delivery) => Promise<Verification>

/** By the method that is configured for the source. What a request carries never chooses, or stripping would work. */
export const VERIFIERS: Record<PublieksportaalContext['env']['PUBLIEKSPORTAAL_BRON_METHODE'], Verifier> = {
  JWT: verifyJwt,
}
