import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type BulkopdrachtDetail, findBulkopdrachtOf } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBulk } from '../require-bulk.ts'

/** An own opdracht, or the page that says that there is none; once for each request, so that the title and the page share it. */
export const loadBulkopdracht = cache(async (opdrachtId: string): Promise<BulkopdrachtDetail> => {
  const actor = await deskActor(await requireBulk())
  return (await findBulkopdrachtOf(zaaksysteem(), { actor, opdrachtId })) ?? notFound()
})
