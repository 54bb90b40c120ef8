import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { balie } from '#lib/ui/texts/balie.ts'

const TONES = { bij: 'success', onderweg: 'warning', mislukt: 'error', overgeslagen: 'neutral' } as const

/** Whether the receivers know the latest of a zaak. */
export function LatestBezorgingBadge({ bezorging }: { bezorging: keyof typeof TONES | 'geen' }) {
  if (bezorging === 'geen') return <span className="zb-soft">{balie.bezorging.geen}</span>
  return <Badge tone={TONES[bezorging]}>{balie.laatsteBezorging[bezorging]}</Badge>
}

export type Bezorging = {
  status: 'wachtend' | 'bezorgd' | 'mislukt' | 'overgeslagen'
  pogingen: number
  afgerondOp: Date | null
  msTotBezorgd: number | null
}

/** How the event of one change reached its receivers. */
export function BezorgingOfStatusBadge({ bezorging }: { bezorging: Bezorging | null }) {
  if (!bezorging) return <span className="zb-soft">{balie.bezorging.geen}</span>
  const { status, pogingen, afgerondOp, msTotBezorgd } = bezorging
  if (status === 'mislukt') return <Badge tone="error">{balie.bezorging.mislukt(pogingen)}</Badge>
  if (status === 'overgeslagen') return <Badge>{balie.bezorging.overgeslagen}</Badge>
  if (status === 'wachtend') {
    const text = pogingen > 0 ? balie.bezorging.onderwegPoging(pogingen + 1) : balie.bezorging.onderweg
    return <Badge tone="warning">{text}</Badge>
  }
  if (pogingen > 1 && afgerondOp) {
    return <Badge tone="success">{balie.bezorging.naPogingen(pogingen, shortMoment(afgerondOp))}</Badge>
  }
  return <Badge tone="success">{balie.bezorging.snel(formatDuration(msTotBezorgd ?? 0))}</Badge>
}
