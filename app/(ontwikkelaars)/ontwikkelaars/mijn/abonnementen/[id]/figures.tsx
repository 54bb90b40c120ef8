import { PogingenPerHour } from '#lib/ui/staff/bezorging/pogingen-per-hour.tsx'
import { SuccessRate } from '#lib/ui/staff/bezorging/success-rate.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { foutUitleg } from '../../fout-uitleg.ts'

/** What waits, what failed, and how the last 24 hours went. */
export function Figures({ abonnement, now, taal }: { abonnement: AbonnementDetail; now: Date; taal: Taal }) {
  const { wachtend, oudsteWachtend, p95Ms, laatsteFoutsoort, laatsteFoutOp, dodeBrieven, overgeslagen } = abonnement
  const t = mijn[taal]
  return (
    <section>
      <Heading level={2}>{t.cijfers}</Heading>
      <dl className="staff-figures">
        <div>
          <dt>{t.kolom.wachtend}</dt>
          <dd>
            {wachtend.toLocaleString(taal)}
            {oudsteWachtend && (
              <span className="staff-caption">
                {t.oudste(formatDuration(now.getTime() - oudsteWachtend.getTime(), taal))}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.kolom.geslaagd}</dt>
          <dd>
            <SuccessRate regel={abonnement} texts={t} taal={taal} />
          </dd>
        </div>
        <div>
          <dt>{t.kolom.p95}</dt>
          <dd>{p95Ms === null ? t.niets : formatDuration(p95Ms, taal)}</dd>
        </div>
        <div>
          <dt>{t.kolom.mislukt}</dt>
          <dd>{dodeBrieven > 0 ? <Badge tone="error">{dodeBrieven.toLocaleString(taal)}</Badge> : '0'}</dd>
        </div>
        <div>
          <dt>{t.overgeslagen}</dt>
          <dd>{overgeslagen.toLocaleString(taal)}</dd>
        </div>
        <div>
          <dt>{t.laatsteFout}</dt>
          <dd>
            {laatsteFoutsoort ? foutUitleg(laatsteFoutsoort, null, taal).kort : t.geenFout}
            {laatsteFoutOp && <span className="staff-caption">{exactMoment(laatsteFoutOp, taal)}</span>}
          </dd>
        </div>
      </dl>
      <PogingenPerHour uren={abonnement.uren} texts={t.perUur} taal={taal} />
    </section>
  )
}
