import { Badge } from '#lib/ui/text/badge.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientStand } from '#lib/zaaksysteem/api-client/find-api-clients.ts'

const TONES = {
  geldig: 'success',
  verloopt_binnenkort: 'warning',
  verlopen: 'error',
  ingetrokken: 'neutral',
} as const

export function StandBadge({ stand }: { stand: ApiClientStand }) {
  return <Badge tone={TONES[stand]}>{apiClients.stand[stand]}</Badge>
}
