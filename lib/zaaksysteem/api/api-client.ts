import { isTokenOf } from '#lib/platform/crypto/hash-token.ts'
import { bearerToken, unauthorizedResponse } from '#lib/platform/http/bearer-token.ts'
import { problemResponse } from '#lib/platform/http/problem-json.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { type ApiScope, BALIE, OAUTH, type ZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { isAccessToken, verifyAccessToken } from './oauth/verify-access-token.ts'
import { findRegisteredClient } from './registered-clients.ts'

/** The part of the context that authentication needs. */
export type AuthenticationContext = Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>

/** An API client, with the rights of the token of its request. */
export type ApiClient = {
  client: string
  scopes: readonly ApiScope[]
  /** limits the client to zaken of these zaaktypen; absent for all */
  zaaktypen?: readonly string[] | undefined
  /** limits the client to these event types; absent for all */
  types?: readonly string[] | undefined
}

type Caller = ({ ok: true } & ApiClient) | { ok: false; response: Response }

/** Returns the API client of a request, or the response that refuses it. */
export async function authenticateClient(ctx: AuthenticationContext, headers: Headers): Promise<Caller> {
  const token = bearerToken(headers)
  if (!token) return { ok: false, response: unauthorizedResponse({ isSent: headers.get('authorization') !== null }) }
  if (isAccessToken(ctx, token)) return findByAccessToken(ctx, token)
  const client = findConfigured(ctx, token) ?? (await findRegisteredClient(ctx, token))
  return client ? { ok: true, ...client } : { ok: false, response: unauthorizedResponse() }
}

function findConfigured({ env }: AuthenticationContext, token: string): ApiClient | undefined {
  return env.ZAAKSYSTEEM_API_TOKENS.find(({ tokenHash }) => isTokenOf(tokenHash, token))
}

async function findByAccessToken(ctx: AuthenticationContext, token: string): Promise<Caller> {
  const verified = await verifyAccessToken(ctx, token)
  if (verified.ok) return verified
  const isOurTrouble = verified.reason === 'issuer_unavailable'
  return { ok: false, response: isOurTrouble ? issuerUnavailable(verified.retryAfterSeconds) : unauthorizedResponse() }
}

/**
 * Returns the API client of a request whose token has this scope or the alternative one, or the response that
 * refuses it.
 */
export async function authorizeClient(
  ctx: AuthenticationContext,
  headers: Headers,
  scope: ApiScope,
  orScope = scope,
): Promise<Caller> {
  const caller = await authenticateClient(ctx, headers)
  if (!caller.ok) return caller
  const { scopes } = caller
  return scopes.includes(scope) || scopes.includes(orScope) ? caller : { ok: false, response: scopeMissing(scope) }
}

function issuerUnavailable(retryAfterSeconds: number): Response {
  return problemResponse(
    {
      status: 503,
      code: 'issuer_unavailable',
      detail: 'The keys of the authorization server cannot be fetched now. Retry later.',
    },
    { 'Retry-After': String(retryAfterSeconds) },
  )
}

/** RFC 6750 section 3.1. */
function scopeMissing(scope: ApiScope): Response {
  return problemResponse(
    { status: 403, code: 'scope_missing', detail: `The token needs the scope ${scope}.` },
    { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  )
}

/**
 * Returns the zaaktypen of each client of the environment (JSON, by name); null for all. While its token is
 * rotated, a client is listed twice and has the rights of both.
 */
export function clientsOfEnvironment({ ZAAKSYSTEEM_API_TOKENS: tokens }: ZaaksysteemEnv): string {
  const byClient = [...Map.groupBy(tokens, ({ client }) => client)]
  const limits = byClient.map(([client, own]) => [
    client,
    own.every(({ zaaktypen }) => zaaktypen) ? own.flatMap(({ zaaktypen = [] }) => zaaktypen) : null,
  ])
  return JSON.stringify(Object.fromEntries(limits))
}

/**
 * The present read rights of the client of an abonnement, as columns for `from abonnement left join
 * api_client on api_client.naam = abonnement.client`. A client that was revoked or has expired may read
 * nothing. Neither may one that was removed from the environment and is not registered at the desk, because
 * its limits are gone too.
 *
 * @param parameters.clients - the parameter with `clientsOfEnvironment`
 */
export const clientRights = ({ now, clients }: { now: string; clients: string }) => `
  coalesce(
    ingetrokken_op is null and verloopt_op > ${now}::timestamptz,
    abonnement.client = '${BALIE}' or starts_with(abonnement.client, '${OAUTH}') or ${clients}::jsonb ? abonnement.client
  ) as client_open,
  nullif(api_client.types, '{}') as client_types,
  nullif(api_client.zaaktypen, '{}') as client_zaaktypen,
  nullif(${clients}::jsonb -> abonnement.client, 'null') as configured_zaaktypen`

/** True for an event with `type` and `zaaktype` within the columns of `clientRights`. */
export const IN_CLIENT_RIGHTS = `
  (client_types is null or type = any (client_types))
  and (client_zaaktypen is null or zaaktype = any (client_zaaktypen))
  and (configured_zaaktypen is null or configured_zaaktypen ? zaaktype)`

/** SQL of the zaaktype of the zaak with this id, also of a removed one. */
export const zaaktypeOf = (id: string) => `coalesce(
  (select zaaktype from zaak where id = ${id}), (select zaaktype from verwijderde_zaak where id = ${id})
)`
