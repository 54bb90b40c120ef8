'use client'

import { unstable_rethrow } from 'next/navigation'
import { type ComponentProps, useState } from 'react'
import { HiddenFields } from './form-field.tsx'
import { Unanswered } from './unanswered.tsx'

type Action = (formData: FormData) => void | Promise<void>

/** What React writes of a form with a server action, so that it works without JavaScript; typed by nobody. */
type OnServer = Action & { $$FORM_ACTION?: (prefix: object) => object }

/**
 * A form with a server action, and `fields` that nobody types. React writes `action=""` for it, which means this page and which HTML does not allow; `#` means it too.
 */
export function PostForm({
  action,
  fields = {},
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'action'> & {
  action: Action | undefined
  fields?: Record<string, string | number>
}) {
  const [isUnanswered, setUnanswered] = useState(false)
  const send = (formData: FormData) => {
    setUnanswered(false)
    // What `useForm` sends says there what came of it, and returns nothing.
    return action?.(formData)?.catch((error) => {
      // A redirect, or what is not there.
      unstable_rethrow(error)
      setUnanswered(true)
    })
  }
  return (
    <form {...rest} action={action && (typeof window === 'undefined' ? addressed(action) : send)}>
      {isUnanswered && <Unanswered />}
      <HiddenFields fields={fields} />
      {children}
    </form>
  )
}

function addressed(action: OnServer): Action {
  if (!action.$$FORM_ACTION) return action
  const called: OnServer = (formData) => action(formData)
  called.$$FORM_ACTION = (prefix) => ({ ...action.$$FORM_ACTION?.(prefix), action: '#' })
  return called
}
