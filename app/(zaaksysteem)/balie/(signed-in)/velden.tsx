import { Select } from '#lib/ui/form/select.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'

/** A field of a form, as the browser gets it. */
export type Veld =
  | {
      soort: 'datum' | 'aantal' | 'regel' | 'lang'
      name: string
      label: string
      hint?: string
      value?: string | number
      optional?: boolean
    }
  | { soort: 'keuze'; name: string; label: string; options: { value: string; label: string }[] }
  | { soort: 'vinkje'; name: string; label: string; value: boolean }
  | { soort: 'groep'; legend: string; velden: Veld[]; isOpen?: boolean }

type Shared = {
  /** what was typed, by name; empty before the first answer */
  entered: Record<string, string>
  errorOf: (name: string) => string | undefined
}

/** Fields, with what was entered before its problems. */
export function Velden({ velden, ...shared }: Shared & { velden: readonly Veld[] }) {
  return velden.map((veld) => (
    <VeldControl key={veld.soort === 'groep' ? veld.legend : veld.name} veld={veld} {...shared} />
  ))
}

function VeldControl({ veld, entered, errorOf }: Shared & { veld: Veld }) {
  if (veld.soort === 'groep') {
    const hasError = veld.velden.some((each) => each.soort !== 'groep' && errorOf(each.name) !== undefined)
    return (
      <details className="balie-groep" open={veld.isOpen || hasError}>
        <summary>{veld.legend}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: the summary is its legend */}
        <div role="group" aria-label={veld.legend}>
          <Velden velden={veld.velden} entered={entered} errorOf={errorOf} />
        </div>
      </details>
    )
  }
  const { name, label } = veld
  if (veld.soort === 'vinkje') {
    const isChecked = Object.keys(entered).length > 0 ? name in entered : veld.value
    return (
      <label className="balie-vinkje">
        <input type="checkbox" name={name} defaultChecked={isChecked} /> {label}
      </label>
    )
  }
  const shared = { name, label, error: errorOf(name) }
  if (veld.soort === 'keuze') return <Select {...shared} options={veld.options} defaultValue={entered[name]} />
  const field = {
    ...shared,
    hint: veld.hint,
    optional: veld.optional ? handelingen.magLeeg : undefined,
    defaultValue: entered[name] ?? veld.value,
  }
  if (veld.soort === 'lang') return <TextArea {...field} />
  if (veld.soort === 'datum') return <TextField {...field} type="date" />
  return <TextField {...field} inputMode={veld.soort === 'aantal' ? 'numeric' : undefined} />
}
