import { notFound } from 'next/navigation'
import { cache } from 'react'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { Recht } from '#lib/zaaksysteem/rechten/mag.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { openZaak } from '#lib/zaaksysteem/zaak/detail/open-zaak.ts'

/**
 * Loads a zaak for a behandelaar who has this right for it, or answers 404; cached per request for title and
 * page.
 */
export const loadZaak = cache(async (zaakId: string, recht: Recht = 'lezen'): Promise<ZaakDetail> => {
  const lezer = await requireBehandelaar()
  return (await openZaak(zaaksysteem(), { zaakId, lezer, recht, actor: await deskActor(lezer) })) ?? notFound()
})

/** True when the destruction of the zaak is held today. */
export function isAangehouden({ aangehoudenTot }: Pick<ZaakDetail, 'aangehoudenTot'>): boolean {
  return aangehoudenTot !== null && aangehoudenTot >= dateInAmsterdam(zaaksysteem().clock())
}
