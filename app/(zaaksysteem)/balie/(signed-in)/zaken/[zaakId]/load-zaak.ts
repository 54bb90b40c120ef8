import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { openZaak } from '#lib/zaaksysteem/balie/werkvoorraad/open-zaak.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { Recht } from '#lib/zaaksysteem/rechten/recht.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** The title and the page share what is read, once for each request. */
const open = cache(async (zaakId: string, recht: Recht) => {
  const lezer = await requireBehandelaar()
  return openZaak(zaaksysteem(), { zaakId, lezer, recht, actor: await deskActor(lezer) })
})

/** A zaak for a behandelaar who has this right for it, or the page that says that there is none. */
export async function loadZaak(zaakId: string, recht: Recht = 'lezen'): Promise<ZaakDetail> {
  return (await open(zaakId, recht)) ?? notFound()
}
