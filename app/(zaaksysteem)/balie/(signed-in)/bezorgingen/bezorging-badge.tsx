import { formatDuration } from '#lib/ui/text/amounts.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/werkvoorraad/find-werkvoorraad.ts'
import type { BezorgingOfStatus, HistoryRow } from '#lib/zaaksysteem/zaak/detail/to-history.ts'
import { BEZORGING_TONES } from '../../../abonnementen/bezorging-columns.tsx'

const TONES = { ...BEZORGING_TONES, onderweg: 'warning', bij: 'success' } as const

/** The bezorging state of a zaak's last change; a label only while a receiver lacks it. */
export function LatestBezorgingMark({ bezorging }: Pick<WerkvoorraadRegel, 'bezorging'>) {
  if (bezorging === 'geen') return null
  const text = balie.laatsteBezorging[bezorging]
  return bezorging === 'bij' ? <Arrived text={text} /> : <Badge tone={TONES[bezorging]}>{text}</Badge>
}

/** The bezorging state of the event of one status. */
export function BezorgingOfStatusMark({ bezorging }: Pick<HistoryRow, 'bezorging'>) {
  if (typeof bezorging === 'string') return null
  const text = textOf(bezorging)
  return bezorging.status === 'bezorgd' ? <Arrived text={text} /> : <Badge tone={TONES[bezorging.status]}>{text}</Badge>
}

function Arrived({ text }: { text: string }) {
  return (
    <span className="balie-bezorgd" title={text}>
      <span aria-hidden="true">✓</span>
      <span className="zb-hidden">{text}</span>
    </span>
  )
}

function textOf({ status, pogingen, afgerondOp, msTotBezorgd }: BezorgingOfStatus): string {
  const texts = balie.bezorging
  if (status === 'mislukt') return texts.mislukt(pogingen)
  if (status === 'overgeslagen') return texts.overgeslagen
  if (status === 'wachtend') return pogingen > 0 ? texts.onderwegPoging(pogingen + 1) : texts.onderweg
  if (pogingen > 1 && afgerondOp) return texts.naPogingen(pogingen, shortMoment(afgerondOp))
  return texts.snel(formatDuration(msTotBezorgd ?? 0))
}
