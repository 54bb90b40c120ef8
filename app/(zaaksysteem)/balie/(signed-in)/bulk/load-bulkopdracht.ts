import { notFound } from 'next/navigation'
import { cache } from 'react'
import { mayDoBulk } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { type BulkopdrachtDetail, findBulkopdrachtOf } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** Returns the signed-in behandelaar when bulk acts are allowed; otherwise answers 404. */
export async function requireBulk(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!mayDoBulk(behandelaar)) notFound()
  return behandelaar
}

/** Loads the behandelaar's own opdracht or answers 404, cached per request for title and page. */
export const loadBulkopdracht = cache(async (opdrachtId: string): Promise<BulkopdrachtDetail> => {
  const actor = await deskActor(await requireBulk())
  return (await findBulkopdrachtOf(zaaksysteem(), { actor, opdrachtId })) ?? notFound()
})
