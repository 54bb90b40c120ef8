import { Chart, ChartTable } from '#lib/ui/chart/chart.tsx'
import { formatDuration } from '#lib/ui/text/amounts.ts'
import { writtenTime } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen, cijfers } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementOverzicht } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import type { Kwartier } from '#lib/zaaksysteem/bezorging/overzicht/find-statistiek.ts'
import { abonnementName } from '../../../abonnementen/abonnement-columns.tsx'
import { abonnementPath } from '../paths.ts'

const { dag: t } = abonnementen

const oneDecimal = new Intl.NumberFormat('nl', { maximumFractionDigits: 1 })
const duur = (ms: number | null) => (ms === null ? cijfers.niets : formatDuration(ms))

/** The last 24 hours of all abonnementen as charts, with the failures by abonnement. */
export function Dag({
  kwartieren,
  regels,
}: {
  kwartieren: readonly Kwartier[]
  regels: readonly AbonnementOverzicht[]
}) {
  const sum = (key: 'geslaagd' | 'mislukt') => kwartieren.reduce((total, kwartier) => total + kwartier[key], 0)
  const [geslaagd, mislukt] = [sum('geslaagd'), sum('mislukt')]
  const isEmpty = geslaagd + mislukt === 0
  const perMinuut = (key: 'geslaagd' | 'mislukt') =>
    kwartieren.map((kwartier) => kwartier[key] / Math.max(1, kwartier.minuten))
  const x = [
    ...[kwartieren[0], kwartieren[kwartieren.length / 2]].map((one) => (one ? writtenTime(one.begin) : '')),
    t.nu,
  ]
  return (
    <section className="balie-dag">
      <Heading level={2}>{t.titel}</Heading>
      {isEmpty ? (
        <Paragraph soft>{cijfers.grafiekLeeg}</Paragraph>
      ) : (
        <>
          <div className="zb-charts">
            <Chart
              title={t.perMinuut}
              label={cijfers.grafiek(geslaagd, mislukt)}
              kind="bars"
              series={[
                { name: cijfers.geslaagdLegenda, values: perMinuut('geslaagd') },
                { name: cijfers.misluktLegenda, values: perMinuut('mislukt') },
              ]}
              x={x}
              format={oneDecimal.format}
              note={t.bijschrift}
            />
            <Chart
              title={cijfers.p95}
              label={t.traagste(duur(Math.max(...kwartieren.map(({ p95Ms }) => p95Ms ?? 0))))}
              kind="lines"
              series={[{ name: t.bezorgd, values: kwartieren.map(({ p95Ms }) => p95Ms) }]}
              x={x}
              format={formatDuration}
            />
          </div>
          <ChartTable
            summary={t.cijfers}
            caption={t.perMinuut}
            headings={[t.kwartier, cijfers.geslaagdLegenda, cijfers.misluktLegenda, cijfers.p95]}
            rows={kwartieren.flatMap(({ begin, p95Ms, ...kwartier }, index) =>
              kwartier.geslaagd + kwartier.mislukt === 0
                ? []
                : [
                    [
                      writtenTime(begin),
                      oneDecimal.format(perMinuut('geslaagd')[index] ?? 0),
                      oneDecimal.format(perMinuut('mislukt')[index] ?? 0),
                      duur(p95Ms),
                    ],
                  ],
            )}
          />
          <Falend regels={regels} />
        </>
      )}
    </section>
  )
}

/** A table that is also a chart: a bar beside each number. */
function Falend({ regels }: { regels: readonly AbonnementOverzicht[] }) {
  const falend = regels
    .filter(({ mislukt24u }) => mislukt24u > 0)
    .toSorted((one, other) => other.mislukt24u - one.mislukt24u)
  const [most] = falend
  if (!most) return <Paragraph soft>{t.nietsMislukt}</Paragraph>
  return (
    <figure className="zb-chart zb-card">
      <table className="utrecht-table zb-chart-table">
        <caption>{t.falend}</caption>
        <thead className="zb-hidden">
          <tr>
            <th scope="col">{abonnementen.kolom.abonnement}</th>
            <th scope="col">{t.mislukt}</th>
          </tr>
        </thead>
        <tbody>
          {falend.map(({ mislukt24u, ...regel }) => (
            <tr key={regel.id}>
              <th scope="row">
                <Link href={abonnementPath(regel.id)}>{abonnementName(regel)}</Link>
              </th>
              <td>
                <div className="zb-chart-table__bar">
                  <span>{mislukt24u.toLocaleString('nl')}</span>
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="zb-chart__bar--1" width={(100 * mislukt24u) / most.mislukt24u} height="10" />
                  </svg>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
