import { useId } from 'react'

type Series = { name: string; values: readonly (number | null)[] }

type ChartProps = {
  title: string
  /** text alternative: a sentence that says what the chart shows */
  label: string
  /** `bars` are stacked; a line has a gap where there is no value */
  kind: 'bars' | 'lines'
  /** at most two as bars and four as lines, all with the same number of values */
  series: readonly Series[]
  /** labels below the beginning, the middle and the end */
  x: readonly string[]
  format: (value: number) => string
  note?: string
}

const SIZE = 100
const GAP_SHARE = 0.2

/** A small chart; `ChartTable` gives the same numbers to people who cannot see it. */
export function Chart({ title, label, kind, series, x, format, note }: ChartProps) {
  const pattern = useId()
  const highest =
    kind === 'bars' ? Math.max(...sums(series)) : Math.max(...series.flatMap(({ values }) => numbers(values)))
  const top = roundUp(highest)
  return (
    <figure className="zb-chart zb-card">
      <figcaption className="zb-line">
        <strong>{title}</strong>
        {series.map(({ name }, index) => (
          <span key={name} className="zb-chart__legend">
            <svg viewBox="0 0 26 14" aria-hidden="true">
              {kind === 'bars' ? (
                <rect {...barLook(index, pattern)} width="26" height="14" />
              ) : (
                <path className={`zb-chart__line--${index}`} d="M2 7h22" />
              )}
            </svg>
            {name}
          </span>
        ))}
        {note && <span className="zb-soft">{note}</span>}
      </figcaption>
      <div className="zb-chart__plot">
        <div className="zb-chart__y" aria-hidden="true">
          <span>{format(top)}</span>
          <span>0</span>
        </div>
        <svg role="img" aria-label={label} viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none">
          <pattern id={pattern} width="4" height="6" patternUnits="userSpaceOnUse">
            <rect width="4" height="6" className="zb-chart__bar--1" />
            <rect width="4" height="2" className="zb-chart__stripe" />
          </pattern>
          {series.map(({ name, values }, index) =>
            kind === 'bars' ? (
              <g key={name}>
                {barsOf({ series, index, top }).map((bar) => (
                  <rect key={bar.x} {...barLook(index, pattern)} {...bar} />
                ))}
              </g>
            ) : (
              <path key={name} className={`zb-chart__line--${index}`} d={lineOf(values, top)} />
            ),
          )}
        </svg>
        <div className="zb-chart__x" aria-hidden="true">
          {x.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </div>
      </div>
    </figure>
  )
}

/** The data of charts as a table. */
export function ChartTable({
  summary,
  caption,
  headings,
  rows,
}: {
  summary: string
  caption: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  return (
    <details className="staff-disclosure">
      <summary>{summary}</summary>
      <table className="utrecht-table zb-chart-table">
        <caption className="zb-hidden">{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={headings[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const numbers = (values: Series['values']) => values.map((value) => value ?? 0)

/** Stacks the bars of the first `count` series at each place. */
function sums(series: readonly Series[], count = series.length): number[] {
  const [first] = series
  return (first?.values ?? []).map((_, at) =>
    series.slice(0, count).reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  )
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundUp(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)))
  return ([1, 2, 5, 10].find((step) => step * power >= highest) ?? 10) * power
}

/** The second series (failures) is striped. */
const barLook = (index: number, pattern: string) =>
  index === 0 ? { className: 'zb-chart__bar--0' } : { fill: `url(#${pattern})` }

function barsOf({ series, index, top }: { series: readonly Series[]; index: number; top: number }) {
  const before = sums(series, index)
  const width = SIZE / before.length
  const scale = (value: number) => (value / top) * SIZE
  return before.map((below, at) => {
    const height = scale(series[index]?.values[at] ?? 0)
    return { x: (at + GAP_SHARE / 2) * width, y: SIZE - scale(below) - height, width: width * (1 - GAP_SHARE), height }
  })
}

/** Returns the path of a line; a value without neighbours becomes a dot. */
function lineOf(values: Series['values'], top: number): string {
  const step = SIZE / Math.max(1, values.length - 1)
  const pointOf = (value: number, at: number) => `${round(at * step)} ${round(SIZE - (value / top) * SIZE)}`
  return values
    .map((value, at) => {
      if (value === null) return ''
      const before = values[at - 1] ?? null
      return before === null ? `M${pointOf(value, at)}h0` : `L${pointOf(value, at)}`
    })
    .join('')
}

const round = (value: number) => Math.round(value * 100) / 100
