import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { openZaak } from '#lib/zaaksysteem/balie/werkvoorraad/open-zaak.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** Once for each request: the title and the page share it. */
const open = cache(async (zaakId: string) => {
  const actor = await deskActor(await requireBehandelaar())
  return openZaak(zaaksysteem(), { zaakId, actor })
})

/** A zaak for a behandelaar, or the page that says that there is none. */
export async function loadZaak(zaakId: string): Promise<ZaakDetail> {
  return (await open(zaakId)) ?? notFound()
}
