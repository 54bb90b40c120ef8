import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { Clock } from '#lib/platform/clock.ts'
import type { ZaaksysteemEnv } from '../env.ts'
import { signWithJwt } from './sign-with-jwt.ts'

/** What one attempt proves: these bytes, of this event, for this sink. */
export type Signable = {
  /** the exact text that is sent */
  body: string
  eventId: string
  /** the sink's URL, to the letter as it was registered */
  sink: string
}

export type SigningContext = { env: ZaaksysteemEnv; clock: Clock }

/** Makes the headers that prove a delivery; called afresh for each attempt. */
export type Signer = (context: SigningContext, signable: Signable) => Promise<Record<string, string>>

/** How each credentialtype of an abonnement is signed. */
export const SIGNERS: Readonly<Record<Credentialtype, Signer>> = {
  JWT: signWithJwt,
}
