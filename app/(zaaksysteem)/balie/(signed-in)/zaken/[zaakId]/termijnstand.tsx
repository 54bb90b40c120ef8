import { addToDate } from '#lib/platform/calendar.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { HistoryRow, ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { laatsteDagBuitenBehandeling } from '#lib/zaaksysteem/termijn/beslistermijn.ts'

const RESUMPTIONS: readonly HistoryRow['soort'][] = ['hervatting', 'aanvulling_ontvangen', 'aanvulling_verlopen']

/** What the law makes of the terms of a zaak now; nothing while a term simply runs. */
export function Termijnstand({ zaak }: { zaak: ZaakDetail }) {
  const text = standOf(zaak)
  if (!text) return null
  return (
    <div className="balie-termijnstand">
      <Alert type="info">{text}</Alert>
    </div>
  )
}

function standOf({ resource: { opschorting, besluit }, hervatOp, history, einddatum }: ZaakDetail): string | undefined {
  if (opschorting?.soort === 'aanvulling') return handelingen.wacht(shortDate(opschorting.tot))
  if (opschorting) return handelingen.staatStil(shortDate(opschorting.op), shortDate(opschorting.tot))
  if (besluit) {
    return handelingen.bekendgemaakt(shortDate(besluit.bekendmakingsdatum), shortDate(besluit.uiterlijkeReactiedatum))
  }
  if (einddatum || !hervatOp) return undefined
  const last = history.find(({ soort }) => RESUMPTIONS.includes(soort))
  if (last?.soort === 'aanvulling_ontvangen') {
    return handelingen.ontvangen(shortDate(hervatOp), shortDate(laatsteDagBuitenBehandeling(hervatOp)))
  }
  if (last?.soort !== 'aanvulling_verlopen') return undefined
  const uiterlijk = laatsteDagBuitenBehandeling(addToDate(hervatOp, '-P1D'))
  return handelingen.verlopen(shortDate(hervatOp), shortDate(uiterlijk))
}
