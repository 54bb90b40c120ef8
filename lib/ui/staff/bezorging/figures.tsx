import { Chart, ChartTable } from '../../chart/chart.tsx'
import { Badge } from '../../text/badge.tsx'
import { formatDuration } from '../../text/duration.ts'
import { Heading, Paragraph } from '../../text/heading.tsx'
import type { Taal } from '../../text/taal.ts'
import type { CijferTexts } from '../../texts/abonnementen.ts'
import { type Column, cellOf } from '../list/table.tsx'
import { Moment } from '../moment.tsx'

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

/** `begin` is a full hour. `p95Ms`: of the attempts that delivered; null without any. */
type Uur = { begin: Date; geslaagd: number; mislukt: number; p95Ms: number | null }

const formatOf = (taal: Taal) => new Intl.NumberFormat(taal, { style: 'percent', maximumFractionDigits: 1 })
const PERCENT: Record<Taal, Intl.NumberFormat> = { nl: formatOf('nl'), en: formatOf('en') }
const formatHour = new Intl.DateTimeFormat('nl', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

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

/** Attempts per hour as a chart, in a sentence, and in a table. */
function PogingenPerHour({ uren, texts, taal = 'nl' }: { uren: readonly Uur[]; texts: CijferTexts; taal?: Taal }) {
  const sum = (key: 'geslaagd' | 'mislukt') => uren.reduce((total, uur) => total + uur[key], 0)
  const [geslaagd, mislukt] = [sum('geslaagd'), sum('mislukt')]
  if (geslaagd + mislukt === 0) return <Paragraph soft>{texts.grafiekLeeg}</Paragraph>
  const format = (n: number) => n.toLocaleString(taal)
  return (
    <>
      <Chart
        title={texts.per}
        label={texts.grafiek(geslaagd, mislukt)}
        kind="bars"
        series={[
          { name: texts.geslaagdLegenda, values: uren.map((uur) => uur.geslaagd) },
          { name: texts.misluktLegenda, values: uren.map((uur) => uur.mislukt) },
        ]}
        x={[uren[0], uren[12], uren.at(-1)].map((uur) => formatHour.format(uur?.begin))}
        format={format}
        note={texts.hoogste(Math.max(...uren.map((uur) => uur.geslaagd + uur.mislukt)))}
      />
      <ChartTable
        summary={texts.cijfersPerUur}
        caption={texts.per}
        headings={[texts.uur, texts.geslaagdLegenda, texts.misluktLegenda, texts.p95]}
        rows={uren
          .filter((uur) => uur.geslaagd + uur.mislukt > 0)
          .map((uur) => [
            formatHour.format(uur.begin),
            format(uur.geslaagd),
            format(uur.mislukt),
            uur.p95Ms === null ? texts.niets : formatDuration(uur.p95Ms, taal),
          ])}
      />
    </>
  )
}
