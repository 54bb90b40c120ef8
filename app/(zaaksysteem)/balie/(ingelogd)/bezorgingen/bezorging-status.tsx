import { Badge } from '#lib/ui/text/badge.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import type { BezorgingStatus } from '#lib/zaaksysteem/generated/enums.ts'

const TONES = { wachtend: 'warning', bezorgd: 'success', mislukt: 'error', overgeslagen: 'neutral' } as const

export function BezorgingBadge({ status }: { status: BezorgingStatus }) {
  return <Badge tone={TONES[status]}>{bezorgingen.status[status]}</Badge>
}
