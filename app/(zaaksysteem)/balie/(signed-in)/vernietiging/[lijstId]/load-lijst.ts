import { notFound } from 'next/navigation'
import { cache } from 'react'
import { validate } from 'uuid'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findLijst, type Lijst } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'

/**
 * Loads a vernietigingslijst, or answers 404; requires the right to destroy, and is cached for title and
 * page.
 */
export const loadLijst = cache(async (lijstId: string): Promise<Lijst> => {
  await requireRecht('vernietigen')
  return (validate(lijstId) && (await findLijst(zaaksysteem(), lijstId))) || notFound()
})
