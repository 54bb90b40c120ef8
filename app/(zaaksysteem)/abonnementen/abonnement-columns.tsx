import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { formatDuration } from '#lib/ui/text/amounts.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { type Bezorgstand, bezorgstand } from '#lib/zaaksysteem/bezorging/overzicht/bezorgstand.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { AbonnementStatusBadge, whatNow } from './status-explanation.tsx'
import { abonnementPath, foutUitleg, textsOf, type Viewer } from './viewer.ts'

/** Returns the name of an abonnement; one registered over the API may have none, and is named by its host. */
export function abonnementName({ naam, sink }: { naam: string; sink: string }): string {
  return naam || new URL(sink).host
}

/** Returns the destination of the events. */
export function abonnementAddress({ sink, natsSubject }: { sink: string; natsSubject: string }): string {
  return natsSubject ? `${sink} ${natsSubject}` : sink
}

export function abonnementColumns(viewer: Viewer, now: Date): Column<AbonnementOverzicht>[] {
  const { kolom } = textsOf(viewer)
  return [
    {
      name: kolom.abonnement,
      cell: (regel) => (
        <div className="staff-abonnement">
          <Link href={abonnementPath(viewer, regel.id)} className="staff-row-link">
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
          <AbonnementStatusBadge viewer={viewer} status={regel.status} />
          {regel.status !== 'actief' && <span className="staff-caption staff-what-now">{whatNow(viewer, regel)}</span>}
        </>
      ),
    },
    ...cijferColumns(viewer, now),
  ]
}

/** True when the status of the abonnement says it already, or nothing is wrong. */
const isQuiet = (stand: Bezorgstand) => stand === 'normaal' || stand === 'niet'

const formatOf = (taal: Taal) => new Intl.NumberFormat(taal, { style: 'percent', maximumFractionDigits: 1 })
const PERCENT: Record<Taal, Intl.NumberFormat> = { nl: formatOf('nl'), en: formatOf('en') }

/** The numbers of waiting and failed bezorgingen, and of the last 24 hours. */
export function cijferColumns(viewer: Viewer, now: Date): Column<AbonnementOverzicht>[] {
  const { taal } = viewer
  const { cijfers: t, kolom, bezorgstand: standen } = textsOf(viewer)
  const format = (n: number) => n.toLocaleString(taal)
  return [
    {
      name: t.wachtend,
      cell: ({ wachtend }) => <span className="zb-figure">{format(wachtend)}</span>,
      caption: ({ oudsteWachtend: oudste }) =>
        oudste && t.oudste(formatDuration(now.getTime() - oudste.getTime(), taal)),
    },
    {
      name: t.geslaagd,
      cell: ({ succesratio }) =>
        succesratio === null ? (
          <span className="zb-soft">{t.geenPogingen}</span>
        ) : (
          <span className="zb-figure">{PERCENT[taal].format(succesratio)}</span>
        ),
      caption: ({ succesratio, geslaagd24u, mislukt24u }) =>
        succesratio !== null && t.uit(geslaagd24u, geslaagd24u + mislukt24u),
    },
    {
      name: t.p95,
      cell: ({ p95Ms }) => <span className="zb-figure">{p95Ms === null ? t.niets : formatDuration(p95Ms, taal)}</span>,
    },
    {
      name: kolom.bezorging,
      cell: (regel) => {
        const stand = bezorgstand(regel)
        return isQuiet(stand) ? standen[stand] : <Badge tone="warning">{standen[stand]}</Badge>
      },
    },
    {
      name: t.laatsteFout,
      cell: ({ laatsteFoutsoort }) =>
        laatsteFoutsoort ? foutUitleg(viewer, laatsteFoutsoort).kort : <span className="zb-soft">{t.geenFout}</span>,
      caption: ({ laatsteFoutOp }) => laatsteFoutOp && <Moment instant={laatsteFoutOp} taal={taal} />,
    },
    {
      name: t.nietBezorgd,
      cell: ({ dodeBrieven }) => (dodeBrieven > 0 ? <Badge tone="error">{format(dodeBrieven)}</Badge> : '0'),
    },
  ]
}
