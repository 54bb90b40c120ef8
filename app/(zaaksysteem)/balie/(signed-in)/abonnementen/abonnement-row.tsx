import { Cell, Row } from '#lib/ui/staff/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { abonnementPath } from '../paths.ts'
import { abonnementAddress, abonnementName } from './abonnement-name.ts'
import { AbonnementStatusBadge, whatNow } from './abonnement-status.tsx'
import { SuccessRate } from './success-rate.tsx'

const { kolom } = abonnementen

export function AbonnementRow({ regel, now }: { regel: AbonnementOverzicht; now: Date }) {
  const { status, oudsteWachtend, laatsteFoutsoort, laatsteFoutOp } = regel
  return (
    <Row>
      <Cell>
        <div className="balie-abonnement">
          <Link href={abonnementPath(regel.id)} prefetch={false} className="staff-row-link">
            {abonnementName(regel)}
          </Link>
          <span className="staff-caption staff-breakable">{abonnementAddress(regel)}</span>
        </div>
      </Cell>
      <Cell heading={kolom.status}>
        <AbonnementStatusBadge status={status} />
        {status !== 'actief' && <span className="staff-caption balie-what-now">{whatNow(regel)}</span>}
      </Cell>
      <Cell heading={kolom.wachtend}>
        <span className="zb-number">{regel.wachtend.toLocaleString('nl')}</span>
        {oudsteWachtend && (
          <span className="staff-caption">
            {abonnementen.oudste(formatDuration(now.getTime() - oudsteWachtend.getTime()))}
          </span>
        )}
      </Cell>
      <Cell heading={kolom.geslaagd}>
        <SuccessRate regel={regel} />
      </Cell>
      <Cell heading={kolom.p95}>
        <span className="zb-number">
          {regel.p95Ms === null ? abonnementen.detail.niets : formatDuration(regel.p95Ms)}
        </span>
      </Cell>
      <Cell heading={kolom.circuit}>
        {regel.circuit === 'gesloten' ? (
          abonnementen.circuit.gesloten
        ) : (
          <Badge tone="warning">{abonnementen.circuit[regel.circuit]}</Badge>
        )}
      </Cell>
      <Cell heading={kolom.fout}>
        {laatsteFoutsoort ? foutKort(laatsteFoutsoort) : <span className="zb-soft">{abonnementen.geenFout}</span>}
        {laatsteFoutOp && <span className="staff-caption">{shortMoment(laatsteFoutOp)}</span>}
      </Cell>
      <Cell heading={kolom.dodeBrieven}>
        {regel.dodeBrieven > 0 ? <Badge tone="error">{regel.dodeBrieven.toLocaleString('nl')}</Badge> : '0'}
      </Cell>
    </Row>
  )
}
