import { shortDate } from '#lib/ui/text/dates.ts'
import { labelOfResultaat, type Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

/** The desk's name of a besluit: "Vergunning geweigerd, 3 mrt 2026". */
export function besluitNaam(
  zaaktype: Zaaktype,
  { besluittype, datum }: { besluittype: string; datum: string },
): string {
  return `${labelOfResultaat(zaaktype, besluittype)}, ${shortDate(datum)}`
}
