import type { Credentialtype } from '../../generated/enums.ts'
import type { Verifier } from './verification.ts'
import { verifyAccessToken } from './verify-access-token.ts'
import { verifyHttpMessageSignature } from './verify-http-message-signature.ts'
import { verifyJwt } from './verify-jwt.ts'
import { verifyNlgovAdr } from './verify-nlgov-adr.ts'
import { verifyStandardWebhooks } from './verify-standard-webhooks.ts'

/**
 * How a delivery is proven by each method. The source's record decides on the method, never the request, or an attacker
 * could leave the signature out. Signatures come on top of the bearer token (CloudEvents webhook section 3).
 */
export const VERIFIERS: Readonly<Record<Credentialtype, Verifier>> = {
  ACCESSTOKEN: verifyAccessToken,
  JWT: verifyJwt,
  STANDARDWEBHOOKS: verifyStandardWebhooks,
  HTTPMESSAGESIGNATURES: verifyHttpMessageSignature,
  NLGOVADR: verifyNlgovAdr,
}
