import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findZaakDetail, type ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** Once for each request: the title and the page share it. */
const find = cache((zaakId: string) => findZaakDetail(zaaksysteem(), zaakId))

/** A zaak for a behandelaar, or the page that says that there is none. */
export async function loadZaak(zaakId: string): Promise<ZaakDetail> {
  await requireBehandelaar()
  return (await find(zaakId)) ?? notFound()
}
