import { Select } from '#lib/ui/form/select.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Entered } from '../form-state.ts'
import type { Veld } from './handelingen.ts'

type Shared = { entered: Entered; errorOf: (name: string) => string | undefined }

/** The fields of the form of an act, with what was entered before its problems. */
export function Velden({ velden, ...shared }: Shared & { velden: readonly Veld[] }) {
  return velden.map((veld) => (
    <VeldControl key={veld.soort === 'groep' ? veld.legend : veld.name} veld={veld} {...shared} />
  ))
}

function VeldControl({ veld, entered, errorOf }: Shared & { veld: Veld }) {
  if (veld.soort === 'groep') {
    return (
      <fieldset className="balie-groep">
        <legend>{veld.legend}</legend>
        <Velden velden={veld.velden} entered={entered} errorOf={errorOf} />
      </fieldset>
    )
  }
  const { name, label } = veld
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
