import {
  type AbonnementCreated,
  type AbonnementResource,
  abonnementRequest,
  newSinkcredential,
} from '#lib/contract/abonnement-resource.ts'
import { jsonResponse, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { apiActor } from '../../audit/api-actor.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { findAbonnementenOfClient } from '../find-abonnementen.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import { ALLOW, optionsResponse } from './options-response.ts'
import { overLimitResponse } from './over-limit-response.ts'

export const ABONNEMENTEN_PATH = '/api/zaaksysteem/v1/abonnementen'

export const SINK_PROBLEMS = {
  sink_not_allowed: {
    status: 400,
    title: 'Sink not allowed',
    detail:
      'The sink must be an https or tls URL on the public internet, without user name, password or fragment; tls without path.',
  },
} as const satisfies Problems

const refuseMethod = methodNotAllowed(...ALLOW.abonnementen)

/** `/v1/abonnementen`: a client registers an abonnement, or lists its own. */
export async function handleAbonnementen(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  const { method } = request
  if (method === 'OPTIONS') return optionsResponse(ALLOW.abonnementen)
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (method !== 'POST') return jsonResponse(await findAbonnementenOfClient(ctx, client))

  const read = await readJsonRequest(request, abonnementRequest)
  if (!read.ok) return read.response
  const actor = apiActor(client, request)
  const registered = await registerAbonnement(ctx, { client, actor, request: read.value })
  if (!registered.ok) return registered.reason === 'sink_not_allowed' ? sinkNotAllowed() : overLimitResponse(registered)

  const { abonnement, geheim } = registered
  const { sinkcredential } = abonnement
  const body: AbonnementCreated = {
    ...abonnement,
    sinkcredential: geheim ? showGeheim(sinkcredential, geheim) : sinkcredential,
  }
  return jsonResponse(body, { status: 201, headers: { Location: `${ABONNEMENTEN_PATH}/${abonnement.id}` } })
}

/**
 * Only the answers to a registration and a rotation hold a secret. Like every API answer they are `no-store`, so that
 * no cache keeps it.
 */
export function showGeheim(
  { credentialtype }: Pick<AbonnementResource['sinkcredential'], 'credentialtype'>,
  geheim: string,
) {
  return newSinkcredential.parse({ credentialtype, accesstoken: geheim, secret: geheim })
}

function sinkNotAllowed(): Response {
  const code = 'sink_not_allowed'
  const { detail } = SINK_PROBLEMS[code]
  return problemResponse({ code, ...SINK_PROBLEMS[code], errors: [{ code, detail, pointer: '/sink' }] })
}
