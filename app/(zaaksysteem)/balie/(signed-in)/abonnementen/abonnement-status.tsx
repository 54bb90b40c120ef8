import { Badge } from '#lib/ui/text/badge.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'
import { ABONNEMENT_TONES } from '../../../abonnementen/tones.ts'

export function AbonnementStatusBadge({ status }: { status: AbonnementStatus }) {
  return <Badge tone={ABONNEMENT_TONES[status]}>{abonnementen.status[status]}</Badge>
}
