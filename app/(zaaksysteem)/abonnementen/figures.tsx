import { Chart, ChartTable } from '#lib/ui/chart/chart.tsx'
import { type Column, cellOf } from '#lib/ui/staff/list/table.tsx'
import { formatDuration } from '#lib/ui/text/amounts.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { cijferColumns } from './abonnement-columns.tsx'
import { textsOf, type Viewer } from './viewer.ts'

type Props = { viewer: Viewer; abonnement: AbonnementDetail }

/** The figures of the list for one abonnement, and its last 24 hours as a chart. */
export function Figures({ viewer, abonnement, now }: Props & { now: Date }) {
  const { cijfers: t } = textsOf(viewer)
  const skipped: Column<AbonnementDetail> = {
    name: t.overgeslagen,
    cell: ({ overgeslagen }) => overgeslagen.toLocaleString(viewer.taal),
  }
  return (
    <section>
      <Heading level={2}>{t.nu}</Heading>
      <dl className="staff-figures">
        {[...cijferColumns(viewer, now), skipped].map((column) => (
          <div key={column.name}>
            <dt>{column.name}</dt>
            <dd>{cellOf(column, abonnement)}</dd>
          </div>
        ))}
      </dl>
      <PogingenPerHour viewer={viewer} abonnement={abonnement} />
    </section>
  )
}

const formatHour = new Intl.DateTimeFormat('nl', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** Attempts per hour as a chart, a sentence and a table. */
function PogingenPerHour({ viewer, abonnement: { uren } }: Props) {
  const { cijfers: texts } = textsOf(viewer)
  const sum = (key: 'geslaagd' | 'mislukt') => uren.reduce((total, uur) => total + uur[key], 0)
  const [geslaagd, mislukt] = [sum('geslaagd'), sum('mislukt')]
  if (geslaagd + mislukt === 0) return <Paragraph soft>{texts.grafiekLeeg}</Paragraph>
  const format = (n: number) => n.toLocaleString(viewer.taal)
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
            uur.p95Ms === null ? texts.niets : formatDuration(uur.p95Ms, viewer.taal),
          ])}
      />
    </>
  )
}
