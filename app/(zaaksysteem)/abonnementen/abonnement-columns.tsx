import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen, cijfers } from '#lib/ui/texts/abonnementen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { AbonnementStatusBadge } from '../balie/(signed-in)/abonnementen/abonnement-status.tsx'
import { abonnementPath } from '../balie/(signed-in)/paths.ts'
import { abonnementAddress, abonnementName } from './abonnement-name.ts'
import { cijferColumns } from './figures.tsx'
import { whatNow } from './status-explanation.tsx'

const { kolom, circuit: circuits } = abonnementen

export function abonnementColumns(now: Date): Column<AbonnementOverzicht>[] {
  return [
    {
      name: kolom.abonnement,
      cell: (regel) => (
        <div className="balie-abonnement">
          <Link href={abonnementPath(regel.id)} className="staff-row-link">
            {abonnementName(regel)}
          </Link>
          <span className="staff-caption staff-breakable">{abonnementAddress(regel)}</span>
        </div>
      ),
    },
    {
      name: kolom.status,
      cell: (regel) => (
        <>
          <AbonnementStatusBadge status={regel.status} />
          {regel.status !== 'actief' && (
            <span className="staff-caption balie-what-now">{whatNow(regel, abonnementen)}</span>
          )}
        </>
      ),
    },
    ...abonnementCijfers(now),
  ]
}

export function abonnementCijfers(now: Date): Column<AbonnementOverzicht>[] {
  const { wachtend, geslaagd, p95, laatsteFout, nietBezorgd } = cijferColumns(cijfers, now, foutKort)
  const bezorging: Column<AbonnementOverzicht> = {
    name: kolom.circuit,
    cell: ({ circuit }) =>
      circuit === 'gesloten' ? circuits.gesloten : <Badge tone="warning">{circuits[circuit]}</Badge>,
  }
  return [wachtend, geslaagd, p95, bezorging, laatsteFout, nietBezorgd]
}
