import { ABONNEMENT_TONES } from '#lib/ui/staff/bezorging/tones.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { exactMoment, shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

export function AbonnementStatusBadge({ status }: { status: AbonnementStatus }) {
  return <Badge tone={ABONNEMENT_TONES[status]}>{abonnementen.status[status]}</Badge>
}

/** What the status asks for, or the reason of it. */
export function whatNow({ status, statusreden }: { status: AbonnementStatus; statusreden: string | null }): string {
  const bijReden = statusreden && abonnementen.watNuBijReden[statusreden]
  return bijReden || (status === 'actief' ? '' : abonnementen.watNu[status])
}

type Condition = Pick<
  AbonnementDetail,
  'status' | 'statusreden' | 'foutcode' | 'falendSinds' | 'laatsteFoutsoort' | 'circuit' | 'circuitOpenTot'
>

/**
 * Why an abonnement does not deliver, and what to do about it; nothing when it does.
 *
 * @param foutdetail of a handshake that failed just now, such as `CERT_HAS_EXPIRED`
 */
export function StatusExplanation({ abonnement, foutdetail }: { abonnement: Condition; foutdetail: string | null }) {
  const { status, statusreden, foutcode } = abonnement
  if (status === 'actief') return <ActiefExplanation abonnement={abonnement} foutdetail={foutdetail} />
  const reden = statusreden && abonnementen.statusreden[statusreden]
  return (
    <Alert type={ABONNEMENT_TONES[status]} title={reden || undefined}>
      {foutcode && <Paragraph>{foutWatNu(foutcode, foutdetail)}</Paragraph>}
      <Paragraph>{whatNow(abonnement)}</Paragraph>
    </Alert>
  )
}

function ActiefExplanation({ abonnement, foutdetail }: { abonnement: Condition; foutdetail: string | null }) {
  const { foutcode, falendSinds, laatsteFoutsoort, circuit, circuitOpenTot } = abonnement
  if (falendSinds || circuit !== 'gesloten') {
    const title = falendSinds ? abonnementen.faaltSinds(shortMoment(falendSinds)) : abonnementen.veelMislukt
    return (
      <Alert type="warning" title={title}>
        {laatsteFoutsoort && <Paragraph>{foutWatNu(laatsteFoutsoort)}</Paragraph>}
        {circuit !== 'gesloten' && circuitOpenTot && (
          <Paragraph>{abonnementen.circuitUitleg[circuit](exactMoment(circuitOpenTot))}</Paragraph>
        )}
      </Alert>
    )
  }
  if (!foutcode) return null
  return (
    <Alert type="warning" title={abonnementen.handshakeMislukt}>
      <Paragraph>{foutWatNu(foutcode, foutdetail)}</Paragraph>
      <Paragraph>{abonnementen.blijftActief}</Paragraph>
    </Alert>
  )
}
