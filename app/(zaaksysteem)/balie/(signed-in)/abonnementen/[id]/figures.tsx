import type { ReactNode } from 'react'
import { PogingenPerHour } from '#lib/ui/staff/bezorging/pogingen-per-hour.tsx'
import { SuccessRate } from '#lib/ui/staff/bezorging/success-rate.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { Circuit, DodeBrieven } from '../abonnement-columns.tsx'

const { detail } = abonnementen

/** What waits, what failed, and how the last 24 hours went. */
export function Figures({ abonnement, now }: { abonnement: AbonnementDetail; now: Date }) {
  const { wachtend, oudsteWachtend: oudste, p95Ms, circuit, laatsteFoutsoort, laatsteFoutOp, dodeBrieven } = abonnement
  return (
    <section>
      <Heading level={2}>{detail.cijfers}</Heading>
      <dl className="staff-figures">
        <Figure
          term={detail.wachtend}
          caption={oudste && abonnementen.oudste(formatDuration(now.getTime() - oudste.getTime()))}
        >
          {wachtend.toLocaleString('nl')}
        </Figure>
        <Figure term={detail.geslaagd}>
          <SuccessRate regel={abonnement} texts={abonnementen} />
        </Figure>
        <Figure term={detail.p95}>{p95Ms === null ? detail.niets : formatDuration(p95Ms)}</Figure>
        <Figure term={detail.circuit}>
          <Circuit circuit={circuit} />
        </Figure>
        <Figure term={detail.dodeBrieven}>
          <DodeBrieven aantal={dodeBrieven} />
        </Figure>
        <Figure term={detail.overgeslagen}>{abonnement.overgeslagen.toLocaleString('nl')}</Figure>
        <Figure term={detail.laatsteFout} caption={laatsteFoutOp && shortMoment(laatsteFoutOp)}>
          {laatsteFoutsoort ? foutKort(laatsteFoutsoort) : abonnementen.geenFout}
        </Figure>
      </dl>
      <PogingenPerHour uren={abonnement.uren} texts={detail} />
    </section>
  )
}

function Figure({ term, caption, children }: { term: string; caption?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {caption && <span className="staff-caption">{caption}</span>}
      </dd>
    </div>
  )
}
