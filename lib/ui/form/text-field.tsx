'use client'

import type { ComponentProps } from 'react'
import { controlProps, type FieldProps, FormField } from './form-field.tsx'

export function TextField({ name, label, optional, hint, error, ...input }: FieldProps & ComponentProps<'input'>) {
  const field = { name, label, optional, hint, error }
  return (
    <FormField {...field}>
      <input type="text" {...input} {...controlProps(field)} className="utrecht-textbox utrecht-textbox--html-input" />
    </FormField>
  )
}

/** A field for digits that the browser must not autocomplete. */
export function DigitsField(props: ComponentProps<typeof TextField>) {
  return <TextField {...props} inputMode="numeric" autoComplete="off" />
}

export function TextArea({
  name,
  label,
  optional,
  hint,
  error,
  rows = 4,
  ...input
}: FieldProps & ComponentProps<'textarea'>) {
  const field = { name, label, optional, hint, error }
  return (
    <FormField {...field}>
      <textarea
        rows={rows}
        {...input}
        {...controlProps(field)}
        className="utrecht-textarea utrecht-textarea--html-textarea"
      />
    </FormField>
  )
}
