import { z } from 'zod'
import { geheimRequest } from '#lib/contract/abonnement-resource.ts'
import {
  jsonResponse,
  methodNotAllowed,
  notFoundResponse,
  type Problems,
  problemResponse,
} from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { apiActor } from '../../audit/api-actor.ts'
import type { Actor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { findAbonnementOfClient } from '../find-abonnementen.ts'
import { rotateGeheim } from '../geheim/rotate-geheim.ts'
import { pauseAbonnement } from '../pause-abonnement.ts'
import { resumeAbonnement } from '../resume-abonnement.ts'
import { requestVerificatie } from '../toestemming/request-verificatie.ts'
import { abonnementNotFound } from './handle-abonnement.ts'
import { showGeheim } from './handle-abonnementen.ts'
import { ALLOW, optionsResponse } from './options-response.ts'
import { overLimitResponse } from './over-limit-response.ts'

type Call = { id: string; client: string; actor: Actor; request: Request }
type Actie = (ctx: ZaaksysteemContext, call: Call) => Promise<Response>

/** The actions on an abonnement, by the last segment of the path. */
const ACTIES: ReadonlyMap<string, Actie> = new Map([
  ['pauze', async (ctx, call) => (await conflict(pauseAbonnement(ctx, call))) ?? show(ctx, call)],
  ['hervatting', async (ctx, call) => (await conflict(resumeAbonnement(ctx, call))) ?? show(ctx, call)],
  ['verificatie', verify],
  ['geheim', rotate],
])

export const STATUS_PROBLEMS = {
  wrong_status: { status: 409, title: 'Wrong status', detail: 'The status of the abonnement does not allow this.' },
} as const satisfies Problems

export const GEHEIM_PROBLEMS = {
  no_secret: { status: 409, title: 'No secret', detail: 'Abonnementen of this credentialtype have no secret.' },
} as const satisfies Problems

const refuseMethod = methodNotAllowed(...ALLOW.actie)

/** `POST /v1/abonnementen/{id}/{pauze|hervatting|verificatie|geheim}`, for a client's own abonnementen. */
export async function handleAbonnementActie(
  ctx: ZaaksysteemContext,
  request: Request,
  { id, actie }: { id: string; actie: string },
): Promise<Response> {
  const perform = ACTIES.get(actie)
  if (!perform) return notFoundResponse()
  if (request.method === 'OPTIONS') return optionsResponse(ALLOW.actie)
  if (request.method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'abonnementen.beheren')
  if (!caller.ok) return caller.response
  const { client } = caller
  if (!z.uuid().safeParse(id).success) return abonnementNotFound()
  return perform(ctx, { id, client, actor: apiActor(client, request), request })
}

async function conflict(outcome: ReturnType<typeof pauseAbonnement>): Promise<Response | undefined> {
  const changed = await outcome
  if (changed.ok) return undefined
  if (changed.reason === 'not_found') return abonnementNotFound()
  return problemResponse({ code: changed.reason, ...STATUS_PROBLEMS[changed.reason] })
}

async function show(ctx: ZaaksysteemContext, { id, client }: Call, status = 200): Promise<Response> {
  const abonnement = await findAbonnementOfClient(ctx, { id, client })
  return abonnement ? jsonResponse(abonnement, { status }) : abonnementNotFound()
}

async function verify(ctx: ZaaksysteemContext, call: Call): Promise<Response> {
  const requested = await requestVerificatie(ctx, call)
  if (requested.ok) return show(ctx, call, 202)
  return requested.reason === 'not_found' ? abonnementNotFound() : overLimitResponse(requested)
}

async function rotate(ctx: ZaaksysteemContext, { id, client, actor, request }: Call): Promise<Response> {
  const read = await readJsonRequest(request, geheimRequest)
  if (!read.ok) return read.response
  const rotated = await rotateGeheim(ctx, { id, client, actor, overlapHours: read.value.overlapUren })
  if (rotated.ok) {
    return jsonResponse({ sinkcredential: showGeheim(rotated, rotated.geheim) }, { status: 201 })
  }
  if (rotated.reason === 'not_found') return abonnementNotFound()
  return problemResponse({ code: rotated.reason, ...GEHEIM_PROBLEMS[rotated.reason] })
}
