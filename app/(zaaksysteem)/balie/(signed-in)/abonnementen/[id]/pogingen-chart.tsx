import type { Uur } from '#lib/zaaksysteem/balie/abonnementen/find-statistiek.ts'

const WIDTH = 10
const GAP = 2
const HEIGHT = 100

/** Attempts per hour as bars: failed ones are striped, on top of those that succeeded. The table has the same numbers. */
export function PogingenChart({ uren, label }: { uren: readonly Uur[]; label: string }) {
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
