import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type AbonnementResource, abonnementChange, type Protocol } from '#lib/contract/abonnement-resource.ts'
import {
  API_HEADERS,
  jsonResponse,
  methodNotAllowed,
  type ProblemDetail,
  type Problems,
  problemResponse,
} from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { apiActor } from '../../audit/api-actor.ts'
import type { Actor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { changeAbonnement } from '../change-abonnement.ts'
import { deleteAbonnement } from '../delete-abonnement.ts'
import { findAbonnementOfClient } from '../find-abonnementen.ts'
import { ALLOW, optionsResponse } from './options-response.ts'

const CONTENTMODUS: Record<Protocol, string> = {
  HTTP: 'binary needs credentialtype ACCESSTOKEN or HTTPMESSAGESIGNATURES.',
  NATS: 'Over NATS a message holds one event: structured or binary.',
}

export const ABONNEMENT_PROBLEMS = {
  // The same for another client's abonnement, so that a client cannot find out whether that exists.
  not_found: { status: 404, title: 'Not found', detail: 'You have no such abonnement.' },
} as const satisfies Problems

export const WIJZIGING_PROBLEMS = {
  not_changeable: { status: 400, title: 'Change not possible', detail: 'Register another abonnement instead.' },
  contentmodus_not_allowed: {
    status: 400,
    title: 'Change not possible',
    detail: 'The abonnement cannot be delivered so.',
  },
} as const satisfies Problems

const refuseMethod = methodNotAllowed(...ALLOW.abonnement)

/** `/v1/abonnementen/{id}`: a client reads, changes or deletes an abonnement of its own. */
export async function handleAbonnement(ctx: ZaaksysteemContext, request: Request, id: string): Promise<Response> {
  const { method } = request
  if (method === 'OPTIONS') return optionsResponse(ALLOW.abonnement)
  if (method !== 'GET' && method !== 'HEAD' && method !== 'PUT' && method !== 'DELETE') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (!z.uuid().safeParse(id).success) return abonnementNotFound()

  const actor = apiActor(client, request)
  if (method === 'DELETE') {
    const deleted = await deleteAbonnement(ctx, { client, actor, id })
    return deleted.ok ? new Response(null, { status: 204, headers: API_HEADERS }) : abonnementNotFound()
  }
  const abonnement = await findAbonnementOfClient(ctx, { client, id })
  if (!abonnement) return abonnementNotFound()
  return method === 'PUT' ? replace(ctx, request, { client, actor, abonnement }) : jsonResponse(abonnement)
}

async function replace(
  ctx: ZaaksysteemContext,
  request: Request,
  { client, actor, abonnement }: { client: string; actor: Actor; abonnement: AbonnementResource },
): Promise<Response> {
  const read = await readJsonRequest(request, abonnementChange)
  if (!read.ok) return read.response
  const { protocol, sink, protocolsettings, sinkcredential, naam, contact, types, filters, config } = read.value
  const fixed: ProblemDetail[] = []
  if (protocol && protocol !== abonnement.protocol) fixed.push(notChangeable('/protocol'))
  if (sink !== undefined && sink !== abonnement.sink) fixed.push(notChangeable('/sink'))
  if (protocolsettings && !isDeepStrictEqual(protocolsettings, abonnement.protocolsettings)) {
    fixed.push(notChangeable('/protocolsettings'))
  }
  if (sinkcredential && sinkcredential.credentialtype !== abonnement.sinkcredential.credentialtype) {
    fixed.push(notChangeable('/sinkcredential/credentialtype'))
  }
  if (fixed.length > 0) return refuse('not_changeable', fixed)

  const change = { naam, contact, types, filters, ...config }
  const changed = await changeAbonnement(ctx, { id: abonnement.id, client, actor, change })
  if (changed.ok) return jsonResponse(changed.abonnement)
  if (changed.reason === 'not_found') return abonnementNotFound()
  const detail = CONTENTMODUS[abonnement.protocol]
  const { reason: code } = changed
  return refuse(code, [{ code, detail, pointer: '/config/contentmodus' }])
}

function notChangeable(pointer: string): ProblemDetail {
  return { code: 'not_changeable', detail: 'This cannot be changed; leave it out or repeat what it is.', pointer }
}

function refuse(code: keyof typeof WIJZIGING_PROBLEMS, errors: ProblemDetail[]): Response {
  return problemResponse({ code, ...WIJZIGING_PROBLEMS[code], errors })
}

export function abonnementNotFound(): Response {
  return problemResponse({ code: 'not_found', ...ABONNEMENT_PROBLEMS.not_found })
}
