'use client'

import { type ComponentProps, Fragment, useContext, useEffect, useRef, useState } from 'react'
import { LinkButton } from './button.tsx'
import { HiddenFields } from './form-field.tsx'
import type { FieldError } from './form-state.ts'
import { PostForm, Unanswered } from './post-form.tsx'
import { TypedContext } from './typed/keep-typed.tsx'
import type { UsedForm } from './use-form.ts'

/**
 * A form with all its errors above it, which cannot be submitted twice at once. Typed texts are kept: the
 * fields are recreated when an answer changes their initial values.
 *
 * @param hidden the hidden fields, such as the id of the subject
 * @param errorTitle above the errors; left out in a form of one field
 */
export function Form({
  form: { form, send, isPending, errors, entered, said, unanswered },
  hidden = {},
  errorTitle,
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'action' | 'hidden'> & {
  form: UsedForm
  hidden?: Record<string, string | number>
  errorTitle?: string
}) {
  const typed = useContext(TypedContext)
  const [isBack, setIsBack] = useState(false)
  const seen = useRef(said)
  useEffect(() => (form.current ? typed?.watch(form.current, () => setIsBack(true)) : undefined), [typed, form])
  useEffect(() => {
    if (said === seen.current) return
    seen.current = said
    setIsBack(false)
    // after a refusal the texts are not saved yet
    if (!entered && form.current) typed?.forget(form.current)
  }, [said, entered, typed, form])

  function clear() {
    form.current?.reset()
    if (form.current) typed?.forget(form.current)
    setIsBack(false)
  }

  return (
    <PostForm
      noValidate
      {...rest}
      ref={form}
      action={send}
      onSubmit={(event) => isPending && event.preventDefault()}
      aria-busy={isPending}
    >
      {unanswered && <Unanswered />}
      {errorTitle && <FormErrors title={errorTitle} errors={errors} />}
      {isBack && (
        <p role="status" className="zb-typed">
          {typed?.texts.terug}{' '}
          <LinkButton type="button" onClick={clear}>
            {typed?.texts.wis}
          </LinkButton>
        </p>
      )}
      <HiddenFields fields={hidden} />
      <Fragment key={JSON.stringify(entered)}>{children}</Fragment>
    </PostForm>
  )
}

/** All errors of a form, each with a link to its field. */
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
