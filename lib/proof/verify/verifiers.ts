import { hash } from 'node:crypto'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { equalBytes } from '#lib/platform/crypto/hash-token.ts'
import { bearerToken } from '#lib/platform/http/bearer-token.ts'
import { verifyHttpMessageSignature } from './http-message-signature.ts'
import { verifyJwt } from './jwt.ts'
import { verifyNlgovAdr } from './nlgov-adr.ts'
import { verifyStandardWebhooks } from './standard-webhooks.ts'
import { passed, refused, type Verifier } from './step.ts'

/** An opaque token (RFC 6750), compared by its hash. During a rotation two tokens are valid. */
const verifyAccessToken: Verifier = function* ({ token }, { geheimen }) {
  if (!token) return void (yield refused('accesstoken', 'token_missing'))
  const presented = hash('sha256', token, 'buffer')
  const geheim = geheimen.find(({ waarde }) => equalBytes(waarde, presented))
  if (!geheim) return void (yield refused('accesstoken', 'token_unknown'))
  yield passed('accesstoken')
  return { eventId: null, kid: geheim.id }
}

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

const QUERY_PARAMETER = 'access_token'

/**
 * Returns the bearer tokens of a request: in the header or in the query (CloudEvents webhook section 3, RFC
 * 6750 section 2). A request with more than one is invalid, even when they are equal.
 */
export function bearerTokens(
  headers: Pick<Headers, 'get'>,
  query: URLSearchParams,
): { tokens: string[]; inQuery: boolean } {
  const ofQuery = query.getAll(QUERY_PARAMETER)
  const ofHeader = headers.get('authorization') === null ? [] : [bearerToken(headers) ?? '']
  return { tokens: [...ofHeader, ...ofQuery], inQuery: ofQuery.length > 0 }
}
