import { SuccessRate } from '#lib/ui/staff/bezorging/success-rate.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { abonnementPath } from '../paths.ts'
import { abonnementAddress, abonnementName } from './abonnement-name.ts'
import { AbonnementStatusBadge, whatNow } from './abonnement-status.tsx'

const { kolom } = abonnementen

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
          {regel.status !== 'actief' && <span className="staff-caption balie-what-now">{whatNow(regel)}</span>}
        </>
      ),
    },
    {
      name: kolom.wachtend,
      cell: ({ wachtend }) => <span className="zb-number">{wachtend.toLocaleString('nl')}</span>,
      caption: ({ oudsteWachtend: oudste }) =>
        oudste && abonnementen.oudste(formatDuration(now.getTime() - oudste.getTime())),
    },
    { name: kolom.geslaagd, cell: (regel) => <SuccessRate regel={regel} texts={abonnementen} /> },
    {
      name: kolom.p95,
      cell: ({ p95Ms }) => (
        <span className="zb-number">{p95Ms === null ? abonnementen.detail.niets : formatDuration(p95Ms)}</span>
      ),
    },
    { name: kolom.circuit, cell: ({ circuit }) => <Circuit circuit={circuit} /> },
    {
      name: kolom.fout,
      cell: ({ laatsteFoutsoort }) =>
        laatsteFoutsoort ? foutKort(laatsteFoutsoort) : <span className="zb-soft">{abonnementen.geenFout}</span>,
      caption: ({ laatsteFoutOp }) => laatsteFoutOp && <Moment instant={laatsteFoutOp} />,
    },
    { name: kolom.dodeBrieven, cell: ({ dodeBrieven }) => <DodeBrieven aantal={dodeBrieven} /> },
  ]
}

export function Circuit({ circuit }: Pick<AbonnementOverzicht, 'circuit'>) {
  const text = abonnementen.circuit[circuit]
  return circuit === 'gesloten' ? text : <Badge tone="warning">{text}</Badge>
}

export function DodeBrieven({ aantal }: { aantal: number }) {
  return aantal > 0 ? <Badge tone="error">{aantal.toLocaleString('nl')}</Badge> : '0'
}
