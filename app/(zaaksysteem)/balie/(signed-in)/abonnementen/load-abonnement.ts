import { notFound } from 'next/navigation'
import { cache } from 'react'
import {
  type AbonnementDetail,
  findAbonnementDetail,
} from '#lib/zaaksysteem/bezorging/overzicht/find-abonnement-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

/** Loads the abonnement for a beheerder, cached per request for title and page. */
export const loadAbonnement = cache(async (id: string): Promise<AbonnementDetail> => {
  await requireBeheerder()
  return (await findAbonnementDetail(zaaksysteem(), id)) ?? notFound()
})
