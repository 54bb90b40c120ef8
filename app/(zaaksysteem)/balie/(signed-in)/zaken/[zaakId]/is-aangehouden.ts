import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

/** True when the destruction of the zaak is held today. */
export function isAangehouden({ aangehoudenTot }: Pick<ZaakDetail, 'aangehoudenTot'>): boolean {
  return aangehoudenTot !== null && aangehoudenTot >= dateInAmsterdam(zaaksysteem().clock())
}
