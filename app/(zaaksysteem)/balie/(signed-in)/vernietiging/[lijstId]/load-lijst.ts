import { notFound } from 'next/navigation'
import { cache } from 'react'
import { validate } from 'uuid'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findLijst, type Lijst } from '#lib/zaaksysteem/vernietiging/find-lijsten.ts'

/** A vernietigingslijst for who may destroy, or the page that says that there is none; the title and the page share it. */
export const loadLijst = cache(async (lijstId: string): Promise<Lijst> => {
  await requireRecht('vernietigen')
  return (validate(lijstId) && (await findLijst(zaaksysteem(), lijstId))) || notFound()
})
