import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { verifyAccessToken } from './access-token.ts'
import { verifyHttpMessageSignature } from './http-message-signature.ts'
import { verifyJwt } from './jwt.ts'
import { verifyNlgovAdr } from './nlgov-adr.ts'
import { verifyStandardWebhooks } from './standard-webhooks.ts'
import type { Verifier } from './step.ts'

/**
 * How a request is proven by each method. Whoever receives decides on the method, never the request, or an attacker
 * could leave the signature out. Signatures come on top of the bearer token (CloudEvents webhook section 3).
 */
export const VERIFIERS: Readonly<Record<Credentialtype, Verifier>> = {
  ACCESSTOKEN: verifyAccessToken,
  JWT: verifyJwt,
  STANDARDWEBHOOKS: verifyStandardWebhooks,
  HTTPMESSAGESIGNATURES: verifyHttpMessageSignature,
  NLGOVADR: verifyNlgovAdr,
}
