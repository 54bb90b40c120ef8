import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { signWithAccessToken } from './sign-with-access-token.ts'
import { signWithHttpMessageSignature } from './sign-with-http-message-signature.ts'
import { signWithJwt } from './sign-with-jwt.ts'
import { signWithNlgovAdr } from './sign-with-nlgov-adr.ts'
import { signWithStandardWebhooks } from './sign-with-standard-webhooks.ts'
import type { Signer } from './signer.ts'

/** How each credentialtype of an abonnement is signed. All send a bearer token (CloudEvents webhook specification 3). */
export const SIGNERS: Readonly<Record<Credentialtype, Signer>> = {
  ACCESSTOKEN: signWithAccessToken,
  JWT: signWithJwt,
  STANDARDWEBHOOKS: signWithStandardWebhooks,
  HTTPMESSAGESIGNATURES: signWithHttpMessageSignature,
  NLGOVADR: signWithNlgovAdr,
}
