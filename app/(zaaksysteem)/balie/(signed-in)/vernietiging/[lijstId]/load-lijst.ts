import { notFound } from 'next/navigation'
import { cache } from 'react'
import { validate } from 'uuid'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findLijst, type Lijst } from '#lib/zaaksysteem/vernietiging/find-lijsten.ts'
import { requireVernietiger } from '../require-vernietiger.ts'

/** The title and the page share what is read, once for each request. */
const find = cache(async (lijstId: string) => {
  await requireVernietiger()
  return validate(lijstId) ? findLijst(zaaksysteem(), lijstId) : undefined
})

/** A vernietigingslijst for who may destroy, or the page that says that there is none. */
export async function loadLijst(lijstId: string): Promise<Lijst> {
  return (await find(lijstId)) ?? notFound()
}
