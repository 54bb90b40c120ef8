import { type Datums, datedParts } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'

/** A paragraph under the antwoord, with its dates in bold; nothing when no sentence of it is left. */
export function Uitleg({ text, datums, taal }: { text: string; datums: Datums; taal: Taal }) {
  const parts = datedParts(text, datums, taal)
  if (parts.every((part) => part.text === '')) return null
  return (
    <p className="zb-antwoord__uitleg">
      {parts.map(({ text: part, isDate }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a text can hold one date twice; its parts never move
        isDate ? <strong key={index}>{part}</strong> : part,
      )}
    </p>
  )
}
