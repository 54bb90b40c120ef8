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
