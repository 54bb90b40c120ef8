import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { signWithAccessToken } from './access-token.ts'
import { signWithHttpMessageSignature } from './http-message-signature.ts'
import { signWithJwt } from './jwt.ts'
import { signWithNlgovAdr } from './nlgov-adr.ts'
import type { Signer } from './signing.ts'
import { signWithStandardWebhooks } from './standard-webhooks.ts'

/**
 * The signer of each credentialtype. Each also sends a bearer token (CloudEvents webhook specification,
 * section 3).
 */
export const SIGNERS = {
  JWT: signWithJwt,
  ACCESSTOKEN: signWithAccessToken,
  STANDARDWEBHOOKS: signWithStandardWebhooks,
  HTTPMESSAGESIGNATURES: signWithHttpMessageSignature,
  NLGOVADR: signWithNlgovAdr,
} as const satisfies Record<Credentialtype, Signer>
