import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type ApiClientDetail, findApiClientDetail } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

/** Loads the API client for a beheerder, cached per request for title and page. */
export const loadApiClient = cache(async (id: string): Promise<ApiClientDetail> => {
  await requireBeheerder()
  return (await findApiClientDetail(zaaksysteem(), id)) ?? notFound()
})

/** Loads the API client, with a 404 for a withdrawn one. */
export async function loadOpenApiClient(id: string): Promise<ApiClientDetail> {
  const client = await loadApiClient(id)
  return client.ingetrokkenOp ? notFound() : client
}
