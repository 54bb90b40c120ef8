import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { cijferColumns } from '../../../(zaaksysteem)/abonnementen/figures.tsx'
import { foutUitleg } from '../../../(zaaksysteem)/abonnementen/fout-uitleg.ts'
import { ABONNEMENT_TONES } from '../../../(zaaksysteem)/abonnementen/tones.ts'
import { mijnAbonnementPath } from '../paths.ts'

/** Returns the name, or the host of the sink for an abonnement without one. */
export function abonnementName({ naam, sink }: { naam: string; sink: string }): string {
  return naam || new URL(sink).host
}

export function abonnementColumns(taal: Taal, now: Date): Column<AbonnementOverzicht>[] {
  const t = mijn[taal]
  const { wachtend, geslaagd, p95, nietBezorgd } = mijnCijfers(taal, now)
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
    wachtend,
    geslaagd,
    p95,
    nietBezorgd,
  ]
}

export const mijnCijfers = (taal: Taal, now: Date) =>
  cijferColumns(mijn[taal].cijfers, now, (code) => foutUitleg(code, null, taal).kort, taal)
