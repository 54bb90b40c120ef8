import type { SigningContext } from './signing-keys.ts'

/** What a signer gets to sign for one attempt. */
export type Signable = {
  /** the exact body that is sent */
  body: string
  /** the event's `id`; for a batch a new UUID at each attempt, because the next one may hold other events */
  eventId: string
  /** the sink's URL, exactly as registered */
  sink: string
  method: 'POST'
  /** the other headers of the request, `content-type` among them */
  headers: Readonly<Record<string, string>>
  /** secrets of the abonnement that are valid now, newest first; empty for a credentialtype without secrets */
  geheimen: readonly string[]
}

/** Makes the headers that authenticate a delivery; called again for each attempt. */
export type Signer = (context: SigningContext, signable: Signable) => Promise<Record<string, string>>
