import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type ApiClientDetail, findApiClientDetail } from '#lib/zaaksysteem/balie/api-clients/find-api-client-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

/** The API client of a page, for a beheerder; once for each request, so that the title and the page share it. */
export const loadApiClient = cache(async (id: string): Promise<ApiClientDetail> => {
  await requireBeheerder()
  return (await findApiClientDetail(zaaksysteem(), id)) ?? notFound()
})

/** The same, for what cannot be done with one that was withdrawn. */
export async function loadOpenApiClient(id: string): Promise<ApiClientDetail> {
  const client = await loadApiClient(id)
  return client.ingetrokkenOp ? notFound() : client
}
