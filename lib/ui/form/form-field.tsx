import type { ReactNode } from 'react'
import { classNames } from '../text/class-names.ts'

export type FieldProps = {
  name: string
  label: string
  /** stands beside the label, such as "(mag leeg)" */
  optional?: string | undefined
  hint?: string | undefined
  error?: string | undefined
}

/**
 * Returns the attributes that connect a control to its label, hint and error. The id is the name: a form has
 * each name once.
 */
export function controlProps({ name, hint, error }: FieldProps) {
  const describedBy = classNames(hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`)
  return {
    id: name,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error === undefined ? undefined : true,
  }
}

/** Label, hint and error around one control. */
export function FormField({ name, label, optional, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={classNames('utrecht-form-field', error !== undefined && 'utrecht-form-field--invalid')}>
      <label className="utrecht-form-label" htmlFor={name}>
        {label}
        {optional && <span className="zb-optional"> {optional}</span>}
      </label>
      <FieldNotes name={name} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function FieldNotes({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && (
        <span className="zb-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <p className="utrecht-form-field__error-message utrecht-form-field-error-message" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

export function HiddenFields({ fields }: { fields: Record<string, string | number> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
