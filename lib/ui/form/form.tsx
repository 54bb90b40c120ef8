'use client'

import { type ComponentProps, Fragment } from 'react'
import { FormErrors } from './form-errors.tsx'
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
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fragment key={JSON.stringify(entered)}>{children}</Fragment>
    </form>
  )
}
