import { type Meting, SHOWN_METINGEN, type VerkeerStand } from '#demo/stage/verkeer.ts'
import { Chart, ChartTable } from '#lib/ui/chart/chart.tsx'
import { formatDuration } from '#lib/ui/text/amounts.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { verkeerTexts } from './verkeer-texts.ts'

const timeOf = new Intl.DateTimeFormat('nl', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 1,
})

/** The last minute as four charts and a table. */
export function Grafieken({ stand: { metingen, kernen }, taal }: { stand: VerkeerStand; taal: Taal }) {
  const { titel, grafiek: t, cijfers, tabel, processen, niets, nu, geleden } = verkeerTexts[taal]
  const last = metingen.at(-1)
  const number = (value: number) => value.toLocaleString(taal)
  const duur = (ms: number | undefined) => (ms === undefined ? niets : formatDuration(ms, taal))
  const procent = (value: number) => `${number(value)}%`
  const ofAll = (read: (meting: Meting) => number | undefined) => [
    ...Array.from({ length: SHOWN_METINGEN - metingen.length }, () => null),
    ...metingen.map((meting) => read(meting) ?? null),
  ]
  const names = Object.keys(last?.cpu ?? {})
  const naamOf = (name: string) => processen[name] ?? name
  const x = [geleden(SHOWN_METINGEN), nu]
  return (
    <>
      <div className="zb-charts">
        <Chart
          title={t.perSeconde.titel}
          label={t.perSeconde.label(last?.gemaakt ?? 0, last?.ontvangen ?? 0)}
          kind="lines"
          series={[
            { name: t.perSeconde.gemaakt, values: ofAll(({ gemaakt }) => gemaakt) },
            { name: t.perSeconde.ontvangen, values: ofAll(({ ontvangen }) => ontvangen) },
          ]}
          x={x}
          format={number}
        />
        <Chart
          title={t.wachtrij.titel}
          label={t.wachtrij.label(last?.wachtrij ?? 0)}
          kind="bars"
          series={[{ name: t.wachtrij.naam, values: ofAll(({ wachtrij }) => wachtrij) }]}
          x={x}
          format={number}
        />
        <Chart
          title={t.duur.titel}
          label={t.duur.label(duur(last?.totOntvangst?.p95), duur(last?.totPagina?.p95))}
          kind="lines"
          series={[
            { name: t.duur.portaal, values: ofAll(({ totOntvangst }) => totOntvangst?.p95) },
            { name: t.duur.pagina, values: ofAll(({ totPagina }) => totPagina?.p95) },
          ]}
          x={x}
          format={duur}
        />
        {names.length > 0 && (
          <Chart
            title={t.cpu.titel}
            label={t.cpu.label(names.map((name) => `${naamOf(name)} ${procent(last?.cpu[name] ?? 0)}`).join(', '))}
            kind="lines"
            series={names.map((name) => ({ name: naamOf(name), values: ofAll(({ cpu }) => cpu[name]) }))}
            x={x}
            format={procent}
            note={t.cpu.bijschrift(kernen)}
          />
        )}
      </div>
      <ChartTable
        summary={tabel.knop}
        caption={titel}
        headings={[
          tabel.tijd,
          cijfers.gemaakt,
          cijfers.ontvangen,
          cijfers.gezien,
          cijfers.wachtrij,
          tabel.portaal50,
          tabel.portaal95,
          tabel.pagina50,
          tabel.pagina95,
          ...names.map(naamOf),
        ]}
        rows={metingen
          .toReversed()
          .map(({ op, gemaakt, ontvangen, gezien, wachtrij, totOntvangst, totPagina, cpu }) => [
            timeOf.format(new Date(op)),
            ...[gemaakt, ontvangen, gezien, wachtrij].map(number),
            ...[totOntvangst?.p50, totOntvangst?.p95, totPagina?.p50, totPagina?.p95].map(duur),
            ...names.map((name) => (name in cpu ? procent(cpu[name] ?? 0) : niets)),
          ])}
      />
    </>
  )
}
