import { daysBetween } from '#lib/platform/calendar.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { dwangsomOf } from '#lib/zaaksysteem/termijn/dwangsom.ts'

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })

/** What it costs that the besluit is late, after the aanvrager wrote so. */
export function Ingebreke({ zaak, today }: { zaak: ZaakDetail; today: string }) {
  if (!zaak.ingebrekegesteldOp) return null
  const { type, text } = costOf(zaak, zaak.ingebrekegesteldOp, today)
  return (
    <div className="balie-zaak-alert">
      <Alert type={type}>{text}</Alert>
    </div>
  )
}

function costOf({ resource, einddatum }: ZaakDetail, ingebrekegesteldOp: string, today: string) {
  const { wacht, loopt, klaar, opTijd } = handelingen.ingebreke
  const { besluiten } = resource
  // the first one ended it, also when another one took its place
  const bekendgemaaktOp = besluiten.map((besluit) => besluit.bekendmakingsdatum).sort()[0] ?? einddatum
  const owed = dwangsomOf(ingebrekegesteldOp, bekendgemaaktOp, today)
  const op = shortDate(ingebrekegesteldOp)
  const bedrag = euros.format(owed.bedrag)
  if (owed.vaststellenUiterlijk) {
    return { type: 'warning', text: klaar(op, owed.dagen, bedrag, shortDate(owed.vaststellenUiterlijk)) } as const
  }
  if (bekendgemaaktOp) return { type: 'info', text: opTijd(op) } as const
  const volgendeDag = euros.format(owed.volgendeDag)
  if (owed.dagen > 0) return { type: 'error', text: loopt(op, owed.dagen, bedrag, volgendeDag) } as const
  const left = daysBetween(today, owed.beslisUiterlijk)
  return { type: 'warning', text: wacht(op, shortDate(owed.beslisUiterlijk), left, volgendeDag) } as const
}
