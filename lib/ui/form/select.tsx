'use client'

import type { ComponentProps } from 'react'
import { controlProps, type FieldProps, FormField } from './form-field.tsx'
import type { Option } from './labels.ts'

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
