import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { Uur } from '#lib/zaaksysteem/balie/abonnementen/find-statistiek.ts'

const { detail } = abonnementen

const formatHour = new Intl.DateTimeFormat('nl', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** Attempts per hour as a chart, in a sentence, and in a table. */
export function PogingenPerHour({ uren }: { uren: readonly Uur[] }) {
  const [first, ...rest] = uren
  const sum = (key: 'geslaagd' | 'mislukt') => uren.reduce((total, uur) => total + uur[key], 0)
  const [geslaagd, mislukt] = [sum('geslaagd'), sum('mislukt')]
  if (!first || geslaagd + mislukt === 0) return <Paragraph soft>{detail.grafiekLeeg}</Paragraph>
  const highest = Math.max(...uren.map((uur) => uur.geslaagd + uur.mislukt))
  return (
    <>
      <figure className="zb-card balie-hours">
        <figcaption>
          <strong>{detail.per}</strong>
          <span className="balie-legend balie-legend--succeeded">{detail.geslaagdLegenda}</span>
          <span className="balie-legend balie-legend--failed">{detail.misluktLegenda}</span>
          <span className="zb-soft">{detail.hoogste(highest)}</span>
        </figcaption>
        <PogingenChart uren={uren} label={detail.grafiek(geslaagd, mislukt)} />
        <div className="balie-hours__axis" aria-hidden="true">
          <span>{formatHour.format(first.begin)}</span>
          <span>{formatHour.format(uren[12]?.begin)}</span>
          <span>{formatHour.format(rest.at(-1)?.begin)}</span>
        </div>
      </figure>
      <details className="staff-disclosure">
        <summary>{detail.cijfersPerUur}</summary>
        <table className="utrecht-table balie-hours-table">
          <caption className="zb-hidden">{detail.per}</caption>
          <thead>
            <tr>
              <th scope="col">{detail.uur}</th>
              <th scope="col">{detail.geslaagdLegenda}</th>
              <th scope="col">{detail.misluktLegenda}</th>
              <th scope="col">{detail.p95}</th>
            </tr>
          </thead>
          <tbody>
            {uren
              .filter((uur) => uur.geslaagd + uur.mislukt > 0)
              .map((uur) => (
                <tr key={uur.begin.toISOString()}>
                  <th scope="row">{formatHour.format(uur.begin)}</th>
                  <td>{uur.geslaagd.toLocaleString('nl')}</td>
                  <td>{uur.mislukt.toLocaleString('nl')}</td>
                  <td>{uur.p95Ms === null ? detail.niets : formatDuration(uur.p95Ms)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

const WIDTH = 10
const GAP = 2
const HEIGHT = 100

/** Attempts per hour as bars: failed ones are striped, on top of those that succeeded. The table has the same numbers. */
function PogingenChart({ uren, label }: { uren: readonly Uur[]; label: string }) {
  const highest = Math.max(1, ...uren.map(({ geslaagd, mislukt }) => geslaagd + mislukt))
  const scale = (n: number) => (n / highest) * HEIGHT
  return (
    <svg
      className="balie-chart"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${uren.length * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <defs>
        <pattern id="mislukt" width="4" height="6" patternUnits="userSpaceOnUse">
          <rect width="4" height="6" className="balie-chart__failed" />
          <rect width="4" height="2" className="balie-chart__stripe" />
        </pattern>
      </defs>
      {uren.map(({ begin, geslaagd, mislukt }, index) => (
        <g key={begin.toISOString()}>
          <rect
            className="balie-chart__succeeded"
            x={index * WIDTH + GAP / 2}
            y={HEIGHT - scale(geslaagd)}
            width={WIDTH - GAP}
            height={scale(geslaagd)}
          />
          <rect
            fill="url(#mislukt)"
            x={index * WIDTH + GAP / 2}
            y={HEIGHT - scale(geslaagd + mislukt)}
            width={WIDTH - GAP}
            height={scale(mislukt)}
          />
        </g>
      ))}
    </svg>
  )
}
