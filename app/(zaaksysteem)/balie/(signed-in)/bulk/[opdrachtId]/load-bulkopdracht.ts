import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type BulkopdrachtDetail, findBulkopdrachtOf } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBulk } from '../require-bulk.ts'

/** The title and the page share what is read, once for each request. */
const find = cache(async (opdrachtId: string) => {
  const { id: behandelaarId } = await requireBulk()
  return findBulkopdrachtOf(zaaksysteem(), { behandelaarId, opdrachtId })
})

/** An own opdracht, or the page that says that there is none. */
export async function loadBulkopdracht(opdrachtId: string): Promise<BulkopdrachtDetail> {
  return (await find(opdrachtId)) ?? notFound()
}
