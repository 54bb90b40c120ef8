import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { verifyAccessToken } from './access-token.ts'
import { verifyHttpMessageSignature } from './http-message-signature.ts'
import { verifyJwt } from './jwt.ts'
import { verifyNlgovAdr } from './nlgov-adr.ts'
import { verifyStandardWebhooks } from './standard-webhooks.ts'
import type { Verifier } from './step.ts'

/**
 * The verifier of each method. The receiver decides on the method and never the request, because an attacker
 * could leave the signature out. Signatures come in addition to the bearer token (CloudEvents webhook section
 * 3).
 */
export const VERIFIERS: Readonly<Record<Credentialtype, Verifier>> = {
  ACCESSTOKEN: verifyAccessToken,
  JWT: verifyJwt,
  STANDARDWEBHOOKS: verifyStandardWebhooks,
  HTTPMESSAGESIGNATURES: verifyHttpMessageSignature,
  NLGOVADR: verifyNlgovAdr,
}
