import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { openZaak } from '#lib/zaaksysteem/balie/werkvoorraad/open-zaak.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { Recht } from '#lib/zaaksysteem/rechten/recht.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/**
 * A zaak for a behandelaar who has this right for it, or the page that says that there is none; once for each request, so that the
 * title and the page share it.
 */
export const loadZaak = cache(async (zaakId: string, recht: Recht = 'lezen'): Promise<ZaakDetail> => {
  const lezer = await requireBehandelaar()
  return (await openZaak(zaaksysteem(), { zaakId, lezer, recht, actor: await deskActor(lezer) })) ?? notFound()
})
