import { writtenMoment } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { gegevens } from '#lib/ui/texts/mijn/gegevens.ts'

/** Whatever is held, as it is held: the names are those of the fields, in words. */
export function Gegeven({ value, taal, now }: { value: unknown; taal: Taal; now: Date }) {
  const t = gegevens[taal]
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return t.geen
  if (typeof value === 'boolean') return value ? t.ja : t.nee
  if (value instanceof Date) return <time dateTime={value.toISOString()}>{writtenMoment(value, { now, taal })}</time>
  if (Array.isArray(value)) {
    return (
      <ol className="zb-gegevens__lijst">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is listed has no key of its own, and never moves
          <li key={index}>
            <Gegeven value={item} taal={taal} now={now} />
          </li>
        ))}
      </ol>
    )
  }
  if (typeof value !== 'object') return <span lang="nl">{String(value)}</span>
  return (
    <dl className="zb-gegevens">
      {Object.entries(value).map(([name, member]) => (
        <div key={name}>
          <dt lang="nl">{inWords(name)}</dt>
          <dd>
            <Gegeven value={member} taal={taal} now={now} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** `einddatumGepland` is "Einddatum gepland". */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
