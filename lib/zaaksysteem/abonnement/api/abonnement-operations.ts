import { z } from 'zod'
import { abonnementResource, type Protocol } from '#lib/contract/abonnement-resource.ts'
import { API_HEADERS, jsonResponse, type ProblemDetail, type Problems } from '#lib/platform/http/problem-json.ts'
import { type Left, rateLimitHeaders } from '#lib/platform/openapi/rate-limit.ts'
import { ABONNEMENT } from '../../api/examples.ts'
import { type Call, operation } from '../../api/operation.ts'
import { deleteAbonnement } from '../change-abonnement.ts'
import { MAX_ABONNEMENTEN, MAX_HANDSHAKES_PER_HOUR, type OverLimit } from '../client-limits.ts'
import type { AbonnementFault } from '../find-faults.ts'
import type { ToegangFault } from '../toegang/examine-toegang.ts'
import { findAbonnementenOfClient, findAbonnementOfClient } from './abonnement-resource.ts'

/** OPTIONS is answered because the CloudEvents subscriptions specification requires it (section 3.3). */
export const OF_ABONNEMENTEN = {
  tag: 'Abonnementen',
  scope: 'abonnementen.beheren',
  optionsHeaders: {},
} as const

export const MERGE_PATCH = 'application/merge-patch+json'

const schema = abonnementResource.meta({ id: 'Abonnement' })
export const AS_IT_IS = { 200: { description: 'The present abonnement.', schema, example: ABONNEMENT } }

export const ONBEKEND_PROBLEMS = {
  // The same for the abonnement of another client, so that its existence stays unknown.
  not_found: { status: 404, detail: 'You have no such abonnement.' },
} as const satisfies Problems

export const TOEGANG_PROBLEMS = {
  toegang_invalid: { status: 400, detail: 'The credentials for the sink in protocolsettings are invalid; see errors.' },
} as const satisfies Problems

export const TOEGANG_FAULTS: Readonly<Record<ToegangFault['code'], string>> = {
  tokenendpoint_not_allowed:
    'The token endpoint must be an https URL on the public internet, without user name, password or fragment.',
  certificate_unreadable: 'The certificate is not valid PEM.',
  certificate_expired: 'The certificate, or that of an issuer, has expired.',
  certificate_not_yet_valid: 'The certificate, or that of an issuer, is not valid yet.',
  certificate_not_for_clients: 'The certificate is not for client authentication (extended key usage clientAuth).',
  chain_incomplete:
    'The certificates of the issuers are missing or out of order. Put each one after the certificate that it issued, up to a root.',
  key_unreadable: 'The key is not a private key in PEM.',
  key_encrypted: 'The key is encrypted. Send it unencrypted.',
  key_does_not_fit: 'The key does not match the certificate.',
  key_too_weak: 'The key or the certificate is too weak, such as RSA of 1024 bits.',
}

export const LIMITS = `An API client can have at most ${MAX_ABONNEMENTEN} abonnementen. Its rate limit is ${MAX_HANDSHAKES_PER_HOUR} handshakes per hour, unless \`RateLimit-Policy\` states another one. \`RateLimit\` holds the remaining quota, and \`Retry-After\` the seconds until the next handshake is allowed.`

/** The detail for a contentmodus that an abonnement cannot have. */
const CONTENTMODUS: Record<Protocol, string> = {
  HTTP: 'binary requires credentialtype ACCESSTOKEN or HTTPMESSAGESIGNATURES.',
  NATS: 'A NATS message holds one event: use structured or binary.',
}

/** Settings that conflict. */
export const FIT_PROBLEMS = {
  contentmodus_not_allowed: { status: 400, detail: 'The abonnement does not support this contentmodus.' },
  oauth2_not_allowed: {
    status: 400,
    detail:
      'Authorization holds one token, and with this credentialtype our own token must prove the audience of a message. oauth2 requires STANDARDWEBHOOKS or HTTPMESSAGESIGNATURES.',
  },
} as const satisfies Problems

export const SINK_PROBLEMS = {
  sink_not_allowed: {
    status: 400,
    detail:
      'The sink must be an https or tls URL on the public internet, without user name, password or fragment; tls without path.',
  },
  sink_not_normal: {
    status: 400,
    detail:
      'The sink is not in normal form, so some receivers would read another address than the signed one; see errors.',
  },
} as const satisfies Problems

type Found<Code> = readonly [code: Code, errors: ProblemDetail[]]

/** Refuses with all faults, under the first code that has any. */
export function refuseInvalid<Code extends string>(
  refuse: (code: Code, more: { errors: ProblemDetail[] }) => Response,
  found: Found<Code>[],
): Response {
  const [[code]] = found.filter(([, errors]) => errors.length > 0) as [Found<Code>]
  return refuse(code, { errors: found.flatMap(([, errors]) => errors) })
}

/** Adds its pointer and detail to each fault. */
export function toldOf<Fault extends AbonnementFault>(
  faults: readonly Fault[],
  protocol: Protocol,
): Found<Fault['reason']>[] {
  return faults.map((fault) => [fault.reason, [toError(fault, protocol)]])
}

function toError(fault: AbonnementFault, protocol: Protocol): ProblemDetail {
  const { reason: code } = fault
  switch (code) {
    case 'sink_not_allowed':
      return { code, detail: SINK_PROBLEMS[code].detail, pointer: '/sink' }
    case 'sink_not_normal':
      return { code, detail: `Write it as ${fault.normal}`, pointer: '/sink' }
    case 'contentmodus_not_allowed':
      return { code, detail: CONTENTMODUS[protocol], pointer: '/config/contentmodus' }
    case 'oauth2_not_allowed':
      return { code, detail: FIT_PROBLEMS[code].detail, pointer: '/protocolsettings/oauth2' }
    case 'toegang_invalid':
      return { code: fault.code, detail: TOEGANG_FAULTS[fault.code], pointer: `/protocolsettings/${fault.member}` }
  }
}

/** RFC 6585 section 4: refused until the time in `Retry-After`. */
export const HANDSHAKE_LIMIT_PROBLEMS = {
  too_many_requests: {
    status: 429,
    detail: 'The client has used its handshakes for this hour. A registration uses one too.',
  },
} as const satisfies Problems

export function refuseOverLimit(refuse: Call['refuse'], limit: OverLimit): Response {
  if (limit.reason === 'abonnement_limit') return refuse(limit.reason)
  return refuse(limit.reason, { headers: { 'Retry-After': String(limit.left.seconds), ...quotaHeaders(limit) } })
}

/** Absent for the desk, which has no limit. */
export const quotaHeaders = ({ left }: { left: Left | undefined }) => left && rateLimitHeaders(left)

export const abonnementenLezen = operation({
  ...OF_ABONNEMENTEN,
  on: 'GET /abonnementen',
  id: 'abonnementenLezen',
  summary: 'List your abonnementen',
  answers: {
    200: { description: 'All abonnementen of the API client.', schema: z.array(schema), example: [ABONNEMENT] },
  },
  async handle(ctx, { caller: { client } }) {
    return jsonResponse(await findAbonnementenOfClient(ctx, client))
  },
})

export const abonnementLezen = operation({
  ...OF_ABONNEMENTEN,
  on: 'GET /abonnementen/{id}',
  id: 'abonnementLezen',
  // RFC 5789 section 3.1.
  optionsHeaders: { 'Accept-Patch': MERGE_PATCH },
  summary: 'Get an abonnement',
  answers: AS_IT_IS,
  problems: ONBEKEND_PROBLEMS,
  async handle(ctx, { params: { id }, caller: { client }, refuse }) {
    const abonnement = await findAbonnementOfClient(ctx, { id, client })
    return abonnement ? jsonResponse(abonnement) : refuse('not_found')
  },
})

export const abonnementVerwijderen = operation({
  ...OF_ABONNEMENTEN,
  on: 'DELETE /abonnementen/{id}',
  id: 'abonnementVerwijderen',
  summary: 'Delete an abonnement and its deliveries',
  answers: { 204: { description: 'The abonnement was deleted.' } },
  problems: ONBEKEND_PROBLEMS,
  async handle(ctx, { params: { id }, caller: { client }, actor, refuse }) {
    const deleted = await deleteAbonnement(ctx, { client, actor, id })
    return deleted.ok ? new Response(null, { status: 204, headers: API_HEADERS }) : refuse('not_found')
  },
})
