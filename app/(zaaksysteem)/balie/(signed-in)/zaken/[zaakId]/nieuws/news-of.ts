import type { ZaakStand } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-stand.ts'

/** What there is that the page does not show: of the aanvrager, which comes first, or another change. */
export function newsOf({ newest, shown }: { newest: ZaakStand; shown: ZaakStand }): 'aanvrager' | 'zaak' | undefined {
  if (newest.inzendingen > shown.inzendingen) return 'aanvrager'
  return newest.versie > shown.versie || newest.overig > shown.overig ? 'zaak' : undefined
}
