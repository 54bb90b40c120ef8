import { whatNow } from '#lib/ui/staff/bezorging/abonnement-status.tsx'
import { cijferColumns } from '#lib/ui/staff/bezorging/figures.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen, cijfers } from '#lib/ui/texts/abonnementen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnement-overzicht.ts'
import { abonnementPath } from '../paths.ts'
import { abonnementAddress, abonnementName } from './abonnement-name.ts'
import { AbonnementStatusBadge } from './abonnement-status.tsx'

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
