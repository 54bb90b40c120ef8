import { PogingenPerHour } from '#lib/ui/staff/bezorging/pogingen-per-hour.tsx'
import { SuccessRate } from '#lib/ui/staff/bezorging/success-rate.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'

const { detail, circuit: circuits } = abonnementen

/** What waits, what failed, and how the last 24 hours went. */
export function Figures({ abonnement, now }: { abonnement: AbonnementDetail; now: Date }) {
  const { wachtend, oudsteWachtend, p95Ms, circuit, laatsteFoutsoort, laatsteFoutOp, dodeBrieven } = abonnement
  return (
    <section>
      <Heading level={2}>{detail.cijfers}</Heading>
      <dl className="staff-figures">
        <div>
          <dt>{detail.wachtend}</dt>
          <dd>
            {wachtend.toLocaleString('nl')}
            {oudsteWachtend && (
              <span className="staff-caption">
                {abonnementen.oudste(formatDuration(now.getTime() - oudsteWachtend.getTime()))}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{detail.geslaagd}</dt>
          <dd>
            <SuccessRate regel={abonnement} texts={abonnementen} />
          </dd>
        </div>
        <div>
          <dt>{detail.p95}</dt>
          <dd>{p95Ms === null ? detail.niets : formatDuration(p95Ms)}</dd>
        </div>
        <div>
          <dt>{detail.circuit}</dt>
          <dd>{circuit === 'gesloten' ? circuits.gesloten : <Badge tone="warning">{circuits[circuit]}</Badge>}</dd>
        </div>
        <div>
          <dt>{detail.dodeBrieven}</dt>
          <dd>{dodeBrieven > 0 ? <Badge tone="error">{dodeBrieven.toLocaleString('nl')}</Badge> : '0'}</dd>
        </div>
        <div>
          <dt>{detail.overgeslagen}</dt>
          <dd>{abonnement.overgeslagen.toLocaleString('nl')}</dd>
        </div>
        <div>
          <dt>{detail.laatsteFout}</dt>
          <dd>
            {laatsteFoutsoort ? foutKort(laatsteFoutsoort) : abonnementen.geenFout}
            {laatsteFoutOp && <span className="staff-caption">{shortMoment(laatsteFoutOp)}</span>}
          </dd>
        </div>
      </dl>
      <PogingenPerHour uren={abonnement.uren} texts={detail} />
    </section>
  )
}
