'use client'

import { type ComponentProps, Fragment } from 'react'
import { HiddenFields } from './form-field.tsx'
import type { FieldError } from './form-state.ts'
import type { UsedForm } from './use-form.ts'

/**
 * A form with every problem above it, which cannot be sent twice at once. What was typed is kept: its fields are made
 * new when an answer changes what they begin with.
 *
 * @param hidden what the form is about
 * @param errorTitle above the problems; a form of one field needs none
 */
export function Form({
  form: { form, send, isPending, errors, entered },
  hidden = {},
  errorTitle,
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'action' | 'hidden'> & {
  form: UsedForm
  hidden?: Record<string, string | number>
  errorTitle?: string
}) {
  return (
    <form
      noValidate
      {...rest}
      ref={form}
      action={send}
      onSubmit={(event) => isPending && event.preventDefault()}
      aria-busy={isPending}
    >
      {errorTitle && <FormErrors title={errorTitle} errors={errors} />}
      <HiddenFields fields={hidden} />
      <Fragment key={JSON.stringify(entered)}>{children}</Fragment>
    </form>
  )
}

/** Every problem of a form at once, above it; each one leads to its field. */
function FormErrors({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div className="zb-form-errors" role="alert">
      <strong>{title}</strong>
      <ul>
        {errors.map(({ name, text }) => (
          <li key={text}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
