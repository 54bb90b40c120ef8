import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'

/** True when the destruction of the zaak is held today. */
export function isAangehouden({ aangehoudenTot }: Pick<ZaakDetail, 'aangehoudenTot'>): boolean {
  return aangehoudenTot !== null && aangehoudenTot >= dateInAmsterdam(zaaksysteem().clock())
}
