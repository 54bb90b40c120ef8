import { type Column, cellOf } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { CijferTexts } from '#lib/ui/texts/abonnementen.ts'
import { PogingenPerHour, type Uur } from './pogingen-per-hour.tsx'

/** `succesratio` and `p95Ms`: null without attempts in the last 24 hours. */
type Cijfers = {
  wachtend: number
  oudsteWachtend: Date | null
  succesratio: number | null
  geslaagd24u: number
  mislukt24u: number
  p95Ms: number | null
  dodeBrieven: number
  laatsteFoutsoort: string | null
  laatsteFoutOp: Date | null
}

const formatOf = (taal: Taal) => new Intl.NumberFormat(taal, { style: 'percent', maximumFractionDigits: 1 })
const PERCENT: Record<Taal, Intl.NumberFormat> = { nl: formatOf('nl'), en: formatOf('en') }

/**
 * The numbers of waiting and failed bezorgingen, and of the last 24 hours. @param foutOf an error in words,
 * by its code
 */
export function cijferColumns(t: CijferTexts, now: Date, foutOf: (code: string) => string, taal: Taal = 'nl') {
  const format = (n: number) => n.toLocaleString(taal)
  return {
    wachtend: {
      name: t.wachtend,
      cell: ({ wachtend }) => <span className="zb-figure">{format(wachtend)}</span>,
      caption: ({ oudsteWachtend: oudste }) =>
        oudste && t.oudste(formatDuration(now.getTime() - oudste.getTime(), taal)),
    },
    geslaagd: {
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
    p95: {
      name: t.p95,
      cell: ({ p95Ms }) => <span className="zb-figure">{p95Ms === null ? t.niets : formatDuration(p95Ms, taal)}</span>,
    },
    laatsteFout: {
      name: t.laatsteFout,
      cell: ({ laatsteFoutsoort }) =>
        laatsteFoutsoort ? foutOf(laatsteFoutsoort) : <span className="zb-soft">{t.geenFout}</span>,
      caption: ({ laatsteFoutOp }) => laatsteFoutOp && <Moment instant={laatsteFoutOp} taal={taal} />,
    },
    nietBezorgd: {
      name: t.nietBezorgd,
      cell: ({ dodeBrieven }) => (dodeBrieven > 0 ? <Badge tone="error">{format(dodeBrieven)}</Badge> : '0'),
    },
  } satisfies Record<string, Column<Cijfers>>
}

/** The same of one abonnement, and its last 24 hours as a chart. */
export function Figures<R extends { overgeslagen: number; uren: readonly Uur[] }>({
  abonnement,
  columns,
  texts: t,
  taal = 'nl',
}: {
  abonnement: R
  columns: readonly Column<R>[]
  texts: CijferTexts
  taal?: Taal
}) {
  const skipped: Column<R> = { name: t.overgeslagen, cell: ({ overgeslagen }) => overgeslagen.toLocaleString(taal) }
  return (
    <section>
      <Heading level={2}>{t.nu}</Heading>
      <dl className="staff-figures">
        {[...columns, skipped].map((column) => (
          <div key={column.name}>
            <dt>{column.name}</dt>
            <dd>{cellOf(column, abonnement)}</dd>
          </div>
        ))}
      </dl>
      <PogingenPerHour uren={abonnement.uren} texts={t} taal={taal} />
    </section>
  )
}
