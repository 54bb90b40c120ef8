import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { signWithAccessToken } from './access-token.ts'
import { signWithHttpMessageSignature } from './http-message-signature.ts'
import { signWithJwt } from './jwt.ts'
import { signWithNlgovAdr } from './nlgov-adr.ts'
import type { Signer } from './signing.ts'
import { signWithStandardWebhooks } from './standard-webhooks.ts'

/** How each credentialtype of an abonnement is signed. All send a bearer token (CloudEvents webhook specification 3). */
export const SIGNERS = {
  JWT: signWithJwt,
  ACCESSTOKEN: signWithAccessToken,
  STANDARDWEBHOOKS: signWithStandardWebhooks,
  HTTPMESSAGESIGNATURES: signWithHttpMessageSignature,
  NLGOVADR: signWithNlgovAdr,
} as const satisfies Record<Credentialtype, Signer>
