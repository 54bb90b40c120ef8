import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import {
  type AbonnementDetail,
  findAbonnementDetail,
} from '#lib/zaaksysteem/bezorging/overzicht/find-abonnement-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

/** Loads an abonnement of the signed-in client, cached per request; 404 for any other. */
export const loadOwnAbonnement = cache(async (id: string): Promise<AbonnementDetail> => {
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  return (await findAbonnementDetail(zaaksysteem(), id, client)) ?? notFound()
})
