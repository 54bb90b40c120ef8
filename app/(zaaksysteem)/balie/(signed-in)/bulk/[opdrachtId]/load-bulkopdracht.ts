import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type BulkopdrachtDetail, findBulkopdrachtOf } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBulk } from '../require-bulk.ts'

/** Loads the behandelaar's own opdracht or answers 404, cached per request for title and page. */
export const loadBulkopdracht = cache(async (opdrachtId: string): Promise<BulkopdrachtDetail> => {
  const actor = await deskActor(await requireBulk())
  return (await findBulkopdrachtOf(zaaksysteem(), { actor, opdrachtId })) ?? notFound()
})
