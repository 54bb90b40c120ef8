import { z } from 'zod'
import { geheimRequest } from '#lib/contract/abonnement-resource.ts'
import { unauthorizedResponse } from '#lib/platform/http/bearer-token.ts'
import { jsonResponse, methodNotAllowed, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authenticateClient } from '../../api/api-client.ts'
import type { Actor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { findAbonnementOfClient } from '../find-abonnementen.ts'
import { rotateGeheim } from '../geheim/rotate-geheim.ts'
import { pauseAbonnement } from '../pause-abonnement.ts'
import { resumeAbonnement } from '../resume-abonnement.ts'
import { verifyAbonnement } from '../toestemming/verify-abonnement.ts'
import { abonnementNotFound } from './handle-abonnement.ts'
import { type AfterResponse, showGeheim } from './handle-abonnementen.ts'
import { ALLOW, optionsResponse } from './options-response.ts'

type Call = { id: string; client: string; actor: Actor; request: Request; afterResponse: AfterResponse }
type Actie = (ctx: ZaaksysteemContext, call: Call) => Promise<Response>

/** The actions on an abonnement, by the last segment of the path. */
const ACTIES: ReadonlyMap<string, Actie> = new Map([
  ['pauze', async (ctx, call) => (await conflict(pauseAbonnement(ctx, call))) ?? show(ctx, call)],
  ['hervatting', async (ctx, call) => (await conflict(resumeAbonnement(ctx, call))) ?? show(ctx, call)],
  ['verificatie', verify],
  ['geheim', rotate],
])

const refuseMethod = methodNotAllowed(...ALLOW.actie)

/** `POST /v1/abonnementen/{id}/{pauze|hervatting|verificatie|geheim}`, for a client's own abonnementen. */
export async function handleAbonnementActie(
  ctx: ZaaksysteemContext,
  request: Request,
  { id, actie, afterResponse }: { id: string; actie: string; afterResponse: AfterResponse },
): Promise<Response> {
  const perform = ACTIES.get(actie)
  if (!perform) return notFoundResponse()
  if (request.method === 'OPTIONS') return optionsResponse(ALLOW.actie)
  if (request.method !== 'POST') return refuseMethod()
  const client = authenticateClient(ctx, request.headers)
  if (!client) return unauthorizedResponse()
  if (!z.uuid().safeParse(id).success) return abonnementNotFound()
  return perform(ctx, { id, client, actor: { soort: 'api_client', id: client }, request, afterResponse })
}

async function conflict(outcome: ReturnType<typeof pauseAbonnement>): Promise<Response | undefined> {
  const changed = await outcome
  if (changed.ok) return undefined
  if (changed.reason === 'not_found') return abonnementNotFound()
  const detail = 'The status of the abonnement does not allow this.'
  return problemResponse({ status: 409, code: changed.reason, title: 'Wrong status', detail })
}

async function show(ctx: ZaaksysteemContext, { id, client }: Call, status = 200): Promise<Response> {
  const abonnement = await findAbonnementOfClient(ctx, { id, client })
  return abonnement ? jsonResponse(abonnement, { status }) : abonnementNotFound()
}

async function verify(ctx: ZaaksysteemContext, call: Call): Promise<Response> {
  const response = await show(ctx, call, 202)
  if (!response.ok) return response
  call.afterResponse(async () => {
    await verifyAbonnement(ctx, call.id, call)
  })
  return response
}

async function rotate(ctx: ZaaksysteemContext, { id, client, actor, request }: Call): Promise<Response> {
  const read = await readJsonRequest(request, geheimRequest)
  if (!read.ok) return read.response
  const rotated = await rotateGeheim(ctx, { id, client, actor, overlapHours: read.value.overlapUren })
  if (rotated.ok) {
    return jsonResponse({ sinkcredential: showGeheim(rotated.credentialtype, rotated.geheim) }, { status: 201 })
  }
  if (rotated.reason === 'not_found') return abonnementNotFound()
  const detail = 'Abonnementen of this credentialtype have no secret.'
  return problemResponse({ status: 409, code: rotated.reason, title: 'No secret', detail })
}
