'use client'

import { type ComponentProps, Fragment, useContext, useEffect, useRef, useState } from 'react'
import { LinkButton } from './button.tsx'
import { HiddenFields } from './form-field.tsx'
import type { FieldError } from './form-state.ts'
import { PostForm, Unanswered } from './post-form.tsx'
import { TypedTextsContext } from './typed-texts.ts'
import type { UsedForm } from './use-form.ts'

/**
 * A form with every problem above it, which cannot be sent twice at once. What was typed is kept: its fields
 * are made new when an answer changes what they begin with.
 *
 * @param hidden what the form is about
 * @param errorTitle above the problems; a form of one field needs none
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
  const typed = useContext(TypedTextsContext)
  const [isBack, setIsBack] = useState(false)
  const seen = useRef(said)
  useEffect(() => (form.current ? typed?.watch(form.current, () => setIsBack(true)) : undefined), [typed, form])
  useEffect(() => {
    if (said === seen.current) return
    seen.current = said
    setIsBack(false)
    // what was refused is still there to be sent
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
