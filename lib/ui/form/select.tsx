import type { ComponentProps } from 'react'
import { controlProps, type FieldProps, FormField, type Option } from './form-field.tsx'

/** The options of a filter, after the one that filters nothing. */
export function withAll(label: string, options: readonly Option[]): Option[] {
  return [{ value: '', label }, ...options]
}

export function Select({
  name,
  label,
  optional,
  hint,
  error,
  options,
  ...input
}: FieldProps & ComponentProps<'select'> & { options: readonly Option[] }) {
  const field = { name, label, optional, hint, error }
  return (
    <FormField {...field}>
      <select {...input} {...controlProps(field)} className="utrecht-select utrecht-select--html-select">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormField>
  )
}
