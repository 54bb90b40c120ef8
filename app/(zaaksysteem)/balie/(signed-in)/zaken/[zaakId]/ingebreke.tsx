import { daysBetween } from '#lib/platform/calendar.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { euros } from '#lib/ui/text/amounts.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Dwangsom } from '#lib/zaaksysteem/termijn/dwangsom.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { dwangsomVan } from '#lib/zaaksysteem/zaak/handelingen/te-laat/set-dwangsom.ts'

/** The dwangsom for a late besluit, after an ingebrekestelling. */
export function Ingebreke({ zaak, today }: { zaak: ZaakDetail; today: string }) {
  const owed = dwangsomVan(zaak, today)
  if (!owed) return null
  const { type, text } = costOf(zaak, owed, today)
  return (
    <Alert className="balie-zaak-alert" type={type}>
      {text}
    </Alert>
  )
}

function costOf({ resource, ingebrekegesteldOp, zaaktype }: ZaakDetail, owed: Dwangsom, today: string) {
  const { wacht, loopt, klaar, geen, opTijd, vastgesteld, grond } = handelingen.ingebreke
  const op = shortDate(ingebrekegesteldOp as string)
  if (zaaktype.geenDwangsom) {
    return { type: 'warning', text: geen(op, shortDate(owed.beslisUiterlijk), zaaktype.geenDwangsom) } as const
  }
  const set = resource.ingebrekestelling?.dwangsom
  if (set) {
    const what = set.grond ? grond[set.grond] : euros(set.bedrag)
    const [bekend, uiterlijk] = [set.bekendmakingsdatum, set.uiterlijkeReactiedatum].map(shortDate) as [string, string]
    return { type: 'info', text: vastgesteld(what, bekend, uiterlijk) } as const
  }
  const bedrag = euros(owed.bedrag)
  if (owed.vaststellenUiterlijk) {
    return { type: 'warning', text: klaar(op, owed.dagen, bedrag, shortDate(owed.vaststellenUiterlijk)) } as const
  }
  if (owed.volgendeDag === 0) return { type: 'info', text: opTijd(op) } as const
  const volgendeDag = euros(owed.volgendeDag)
  if (owed.dagen > 0) return { type: 'error', text: loopt(op, owed.dagen, bedrag, volgendeDag) } as const
  const left = daysBetween(today, owed.beslisUiterlijk)
  return { type: 'warning', text: wacht(op, shortDate(owed.beslisUiterlijk), left, volgendeDag) } as const
}
