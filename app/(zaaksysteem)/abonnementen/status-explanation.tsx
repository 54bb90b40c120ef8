import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { exactMoment, shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgstand } from '#lib/zaaksysteem/bezorging/overzicht/bezorgstand.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'
import { foutUitleg, textsOf, type Viewer } from './viewer.ts'

const TONES = {
  wacht_op_toestemming: 'warning',
  actief: 'success',
  geweigerd: 'error',
  gepauzeerd: 'warning',
  uitgeschakeld: 'error',
} as const

export function AbonnementStatusBadge({ viewer, status }: { viewer: Viewer; status: AbonnementStatus }) {
  return <Badge tone={TONES[status]}>{textsOf(viewer).status[status]}</Badge>
}

/** The next step for this status, or the reason of it. */
export function whatNow(viewer: Viewer, abonnement: Pick<AbonnementDetail, 'status' | 'statusreden'>): string {
  const { status, statusreden } = abonnement
  const { watNu, watNuBijReden } = textsOf(viewer)
  return (statusreden && watNuBijReden[statusreden]) || (status === 'actief' ? '' : watNu[status])
}

/**
 * Explains why an abonnement does not deliver, and what to do about it; empty when it does.
 *
 * @param props.foutdetail of a handshake that failed just now, such as `CERT_HAS_EXPIRED`
 */
export function StatusExplanation({
  viewer,
  abonnement,
  foutdetail = null,
}: {
  viewer: Viewer
  abonnement: AbonnementDetail
  foutdetail?: string | null
}) {
  const { status, statusreden, foutcode, falendSinds, laatsteFoutsoort, circuit, circuitOpenTot } = abonnement
  const { taal } = viewer
  const t = textsOf(viewer)
  if (status !== 'actief') {
    return (
      <Alert type={TONES[status]} title={(statusreden && t.statusreden[statusreden]) || undefined}>
        {foutcode && <Paragraph>{foutUitleg(viewer, foutcode, foutdetail).watNu}</Paragraph>}
        <Paragraph>{whatNow(viewer, abonnement)}</Paragraph>
      </Alert>
    )
  }
  if (bezorgstand(abonnement) !== 'normaal') {
    return (
      <Alert type="warning" title={falendSinds ? t.faaltSinds(shortMoment(falendSinds, taal)) : t.veelMislukt}>
        {laatsteFoutsoort && <Paragraph>{foutUitleg(viewer, laatsteFoutsoort).watNu}</Paragraph>}
        {circuit !== 'gesloten' && circuitOpenTot && (
          <Paragraph>{t.circuitUitleg[circuit](exactMoment(circuitOpenTot, taal))}</Paragraph>
        )}
      </Alert>
    )
  }
  if (!foutcode) return null
  return (
    <Alert type="warning" title={t.handshakeMislukt}>
      <Paragraph>{foutUitleg(viewer, foutcode, foutdetail).watNu}</Paragraph>
      <Paragraph>{t.blijftActief}</Paragraph>
    </Alert>
  )
}

/** Shown only while the abonnement has this status, because the URL can be older than the status. */
const WHILE: Record<string, AbonnementStatus> = { gepauzeerd: 'gepauzeerd', hervat: 'actief', toestemming: 'actief' }

/** Announces the result of the action that redirected here. @param props.code `gedaan` in the URL */
export function DoneMessage({
  code,
  status,
  texts,
}: {
  code: string | string[] | undefined
  status?: AbonnementStatus
  texts: Record<string, string>
}) {
  const isKnown = typeof code === 'string' && Object.hasOwn(texts, code)
  return <StatusMessage text={isKnown && (!WHILE[code] || WHILE[code] === status) && texts[code]} />
}
