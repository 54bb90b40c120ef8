import { z } from 'zod'
import { API_HEADERS, jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/problem-json.ts'
import { authenticateClient, unauthorizedClient } from '../api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { deleteAbonnementOfClient } from './delete-abonnement.ts'
import { findAbonnementOfClient } from './find-abonnementen.ts'

const refuseMethod = methodNotAllowed('GET', 'DELETE')

/** `/v1/abonnementen/{id}`: a client reads or deletes an abonnement of its own; of another's it learns nothing. */
export async function handleAbonnement(ctx: ZaaksysteemContext, request: Request, id: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'DELETE') return refuseMethod()
  const client = authenticateClient(ctx, request.headers)
  if (!client) return unauthorizedClient()
  if (!z.uuid().safeParse(id).success) return notFound()

  if (request.method === 'DELETE') {
    const deleted = await deleteAbonnementOfClient(ctx, { client, id })
    return deleted ? new Response(null, { status: 204, headers: API_HEADERS }) : notFound()
  }
  const abonnement = await findAbonnementOfClient(ctx, { client, id })
  return abonnement ? jsonResponse(abonnement) : notFound()
}

function notFound(): Response {
  return problemResponse({ status: 404, code: 'not_found', title: 'Not found', detail: 'You have no such abonnement.' })
}
