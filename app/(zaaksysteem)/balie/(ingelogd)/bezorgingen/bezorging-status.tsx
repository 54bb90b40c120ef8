import { Badge } from '#lib/ui/text/badge.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import type { BezorgingStatus } from '#lib/zaaksysteem/generated/enums.ts'

const TONES = { wachtend: 'let-op', bezorgd: 'ok', mislukt: 'fout', overgeslagen: 'neutraal' } as const

export function BezorgingBadge({ status }: { status: BezorgingStatus }) {
  return <Badge soort={TONES[status]}>{bezorgingen.status[status]}</Badge>
}
