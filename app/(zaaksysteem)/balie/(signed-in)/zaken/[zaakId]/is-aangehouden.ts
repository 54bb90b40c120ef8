import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

/** Whether the destruction of a zaak is held today. */
export function isAangehouden({ aangehoudenTot }: Pick<ZaakDetail, 'aangehoudenTot'>): boolean {
  return aangehoudenTot !== null && aangehoudenTot >= dateInAmsterdam(zaaksysteem().clock())
}
