import { notFound } from 'next/navigation'
import { cache } from 'react'
import {
  type AbonnementDetail,
  findAbonnementDetail,
} from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '../../client-cookie.ts'

/** The abonnement of a page, if it is of the client that signed in; once for each request. */
export const loadOwnAbonnement = cache(async (id: string): Promise<AbonnementDetail> => {
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  return (await findAbonnementDetail(zaaksysteem(), id, client)) ?? notFound()
})
