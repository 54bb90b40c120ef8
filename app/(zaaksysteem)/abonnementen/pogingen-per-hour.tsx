import { Chart, ChartTable } from '#lib/ui/chart/chart.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { CijferTexts } from '#lib/ui/texts/abonnementen.ts'

/** `begin` is a full hour. `p95Ms`: of the attempts that delivered; null without any. */
export type Uur = { begin: Date; geslaagd: number; mislukt: number; p95Ms: number | null }

const formatHour = new Intl.DateTimeFormat('nl', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** Attempts per hour as a chart, in a sentence, and in a table. */
export function PogingenPerHour({
  uren,
  texts,
  taal = 'nl',
}: {
  uren: readonly Uur[]
  texts: CijferTexts
  taal?: Taal
}) {
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
