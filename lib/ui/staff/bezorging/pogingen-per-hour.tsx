import { formatDuration } from '../../text/duration.ts'
import { Paragraph } from '../../text/heading.tsx'
import type { Taal } from '../../text/taal.ts'

/** `begin` is a full hour. `p95Ms`: of the attempts that delivered; null without any. */
type Uur = { begin: Date; geslaagd: number; mislukt: number; p95Ms: number | null }

export type PogingenPerHourTexts = {
  per: string
  grafiek: (geslaagd: number, mislukt: number) => string
  grafiekLeeg: string
  geslaagdLegenda: string
  misluktLegenda: string
  hoogste: (n: number) => string
  cijfersPerUur: string
  uur: string
  p95: string
  /** where there is no figure */
  niets: string
}

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
  texts: PogingenPerHourTexts
  taal?: Taal
}) {
  const [first, ...rest] = uren
  const sum = (key: 'geslaagd' | 'mislukt') => uren.reduce((total, uur) => total + uur[key], 0)
  const [geslaagd, mislukt] = [sum('geslaagd'), sum('mislukt')]
  if (!first || geslaagd + mislukt === 0) return <Paragraph soft>{texts.grafiekLeeg}</Paragraph>
  const highest = Math.max(...uren.map((uur) => uur.geslaagd + uur.mislukt))
  return (
    <>
      <figure className="zb-card staff-hours">
        <figcaption>
          <strong>{texts.per}</strong>
          <span className="staff-legend staff-legend--succeeded">{texts.geslaagdLegenda}</span>
          <span className="staff-legend staff-legend--failed">{texts.misluktLegenda}</span>
          <span className="zb-soft">{texts.hoogste(highest)}</span>
        </figcaption>
        <PogingenChart uren={uren} label={texts.grafiek(geslaagd, mislukt)} />
        <div className="staff-hours__axis" aria-hidden="true">
          <span>{formatHour.format(first.begin)}</span>
          <span>{formatHour.format(uren[12]?.begin)}</span>
          <span>{formatHour.format(rest.at(-1)?.begin)}</span>
        </div>
      </figure>
      <details className="staff-disclosure">
        <summary>{texts.cijfersPerUur}</summary>
        <table className="utrecht-table staff-hours-table">
          <caption className="zb-hidden">{texts.per}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.uur}</th>
              <th scope="col">{texts.geslaagdLegenda}</th>
              <th scope="col">{texts.misluktLegenda}</th>
              <th scope="col">{texts.p95}</th>
            </tr>
          </thead>
          <tbody>
            {uren
              .filter((uur) => uur.geslaagd + uur.mislukt > 0)
              .map((uur) => (
                <tr key={uur.begin.toISOString()}>
                  <th scope="row">{formatHour.format(uur.begin)}</th>
                  <td>{uur.geslaagd.toLocaleString(taal)}</td>
                  <td>{uur.mislukt.toLocaleString(taal)}</td>
                  <td>{uur.p95Ms === null ? texts.niets : formatDuration(uur.p95Ms, taal)}</td>
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
      className="staff-chart"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${uren.length * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <defs>
        <pattern id="mislukt" width="4" height="6" patternUnits="userSpaceOnUse">
          <rect width="4" height="6" className="staff-chart__failed" />
          <rect width="4" height="2" className="staff-chart__stripe" />
        </pattern>
      </defs>
      {uren.map(({ begin, geslaagd, mislukt }, index) => (
        <g key={begin.toISOString()}>
          <rect
            className="staff-chart__succeeded"
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
