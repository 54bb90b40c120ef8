import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { signWithAccessToken } from './sign-with-access-token.ts'
import { signWithHttpMessageSignature } from './sign-with-http-message-signature.ts'
import { signWithJwt } from './sign-with-jwt.ts'
import { signWithNlgovAdr } from './sign-with-nlgov-adr.ts'
import { signWithStandardWebhooks } from './sign-with-standard-webhooks.ts'
import type { SigningContext } from './signing-keys.ts'

/** What one attempt proves: these bytes, of this event, for this sink. */
export type Signable = {
  /** the exact text that is sent */
  body: string
  /** of a batch: fresh for each attempt, because the next may hold other events */
  eventId: string
  /** the sink's URL, to the letter as it was registered */
  sink: string
  method: 'POST'
  /** all that are sent with it, `content-type` among them */
  headers: Readonly<Record<string, string>>
  /** secrets of the abonnement that are valid now, newest first; empty for a credentialtype without */
  geheimen: readonly string[]
}

/** Makes the headers that prove a delivery; called afresh for each attempt. */
export type Signer = (context: SigningContext, signable: Signable) => Promise<Record<string, string>>

/** How each credentialtype of an abonnement is signed. All send a bearer token (CloudEvents webhook specification 3). */
export const SIGNERS: Readonly<Record<Credentialtype, Signer>> = {
  ACCESSTOKEN: signWithAccessToken,
  JWT: signWithJwt,
  STANDARDWEBHOOKS: signWithStandardWebhooks,
  HTTPMESSAGESIGNATURES: signWithHttpMessageSignature,
  NLGOVADR: signWithNlgovAdr,
}
