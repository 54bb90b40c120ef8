import { SuccessRate } from '#lib/ui/staff/bezorging/success-rate.tsx'
import { ABONNEMENT_TONES } from '#lib/ui/staff/bezorging/tones.ts'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { mijnAbonnementPath } from '../paths.ts'

/** One that was registered without a name is called by its host. */
export function abonnementName({ naam, sink }: { naam: string; sink: string }): string {
  return naam || new URL(sink).host
}

export function abonnementColumns(taal: Taal): Column<AbonnementOverzicht>[] {
  const t = mijn[taal]
  return [
    {
      name: t.kolom.abonnement,
      cell: (regel) => (
        <>
          <Link href={mijnAbonnementPath(regel.id)} className="staff-row-link">
            {abonnementName(regel)}
          </Link>
          <span className="staff-caption staff-breakable">
            {regel.sink} {regel.natsSubject}
          </span>
        </>
      ),
    },
    {
      name: t.kolom.status,
      cell: ({ status }) => <Badge tone={ABONNEMENT_TONES[status]}>{t.status[status]}</Badge>,
    },
    { name: t.kolom.wachtend, cell: ({ wachtend }) => wachtend.toLocaleString(taal) },
    { name: t.kolom.geslaagd, cell: (regel) => <SuccessRate regel={regel} texts={t} taal={taal} /> },
    { name: t.kolom.p95, cell: ({ p95Ms }) => (p95Ms === null ? t.niets : formatDuration(p95Ms, taal)) },
    {
      name: t.kolom.mislukt,
      cell: ({ dodeBrieven }) =>
        dodeBrieven > 0 ? <Badge tone="error">{dodeBrieven.toLocaleString(taal)}</Badge> : '0',
    },
  ]
}
