import { FieldNotes } from './form-field.tsx'
import type { Option } from './labels.ts'

/** Checkboxes of one name. The first has the name as its `id`, so that an error can link to it. */
export function CheckboxList({
  name,
  legend,
  hint,
  error,
  options,
  chosen,
}: {
  name: string
  legend: string
  hint?: string | undefined
  error?: string | undefined
  options: readonly Option[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="zb-checkbox-list" aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
      <legend>{legend}</legend>
      <FieldNotes name={name} hint={hint} error={error} />
      <div className="zb-checkbox-list__choices">
        {options.map(({ value, label }, index) => (
          <label key={value}>
            <input
              type="checkbox"
              id={index === 0 ? name : undefined}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
