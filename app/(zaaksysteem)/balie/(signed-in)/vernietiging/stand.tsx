import { Badge, type Tone } from '#lib/ui/text/badge.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import type { Lijst } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'

type Stand = keyof typeof vernietiging.lijsten.stand

const TONES: Record<Stand, Tone> = {
  voorgesteld: 'warning',
  goedgekeurd: 'active',
  klaar: 'success',
  afgewezen: 'neutral',
}

export function standOf({ goedgekeurdOp, afgewezenOp, klaarOp }: Lijst): Stand {
  if (klaarOp) return 'klaar'
  if (afgewezenOp) return 'afgewezen'
  return goedgekeurdOp ? 'goedgekeurd' : 'voorgesteld'
}

export function StandBadge({ lijst }: { lijst: Lijst }) {
  const stand = standOf(lijst)
  return <Badge tone={TONES[stand]}>{vernietiging.lijsten.stand[stand]}</Badge>
}
