import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/problem-json.ts'
import { authenticateClient, unauthorizedClient } from '../api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { readAbonnementRequest } from './abonnement-request.ts'
import { findAbonnementenOfClient } from './find-abonnementen.ts'
import { registerAbonnement } from './register-abonnement.ts'
import { verifyAbonnement } from './verify-abonnement.ts'

export const ABONNEMENTEN_PATH = '/api/zaaksysteem/v1/abonnementen'

/** Runs a task once the response has gone out. */
type AfterResponse = (task: () => Promise<void>) => void

const refuseMethod = methodNotAllowed('GET', 'POST')

/** `/v1/abonnementen`: a client registers an abonnement, or lists its own. */
export async function handleAbonnementen(
  ctx: ZaaksysteemContext,
  request: Request,
  { afterResponse }: { afterResponse: AfterResponse },
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod()
  const client = authenticateClient(ctx, request.headers)
  if (!client) return unauthorizedClient()
  if (request.method === 'GET') return jsonResponse(await findAbonnementenOfClient(ctx, client))

  const read = await readAbonnementRequest(request)
  if (!read.ok) return read.response
  const registered = await registerAbonnement(ctx, { client, request: read.request })
  if (!registered.ok) return sinkNotAllowed()

  const { abonnement } = registered
  // The sink may be served by the process that waits for this very answer.
  afterResponse(() => verifyAbonnement(ctx, abonnement.id))
  return jsonResponse(abonnement, { status: 201, headers: { Location: `${ABONNEMENTEN_PATH}/${abonnement.id}` } })
}

function sinkNotAllowed(): Response {
  const code = 'sink_not_allowed'
  const detail = 'The sink must be an https URL on the public internet, without user name, password or fragment.'
  return problemResponse({
    status: 400,
    code,
    title: 'Sink not allowed',
    detail,
    errors: [{ code, detail, pointer: '/sink' }],
  })
}
