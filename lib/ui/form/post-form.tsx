'use client'

import { unstable_rethrow } from 'next/navigation'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { geenAntwoord, onbekend } from '../shell/geen-antwoord.ts'
import { Alert } from '../text/alert.tsx'
import { HiddenFields } from './form-field.tsx'

type Action = (formData: FormData) => void | Promise<void>

/** The hidden fields that React adds to a form with a server action, so that it works without JavaScript. */
type OnServer = Action & { $$FORM_ACTION?: (prefix: object) => object }

/**
 * A form with a server action, and `fields` that nobody types. React writes `action=""` for it, which means
 * this page and which HTML does not allow; `#` means it too.
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
    // `useForm` shows the outcome in the form, and returns nothing.
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

/**
 * Says at a form that its action got no answer. In the browser only, where the page says its language.
 *
 * @param saves false for a form that only finds something
 */
export function Unanswered({ saves = true }: { saves?: boolean }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const taal = document.documentElement.lang === 'en' ? 'en' : 'nl'
  const { uitleg, href, link } = onbekend(taal, location.pathname)
  return (
    <div ref={ref} tabIndex={-1} className="zb-unanswered">
      <Alert type="warning" role="alert">
        {saves ? (
          <>
            {uitleg}{' '}
            <a href={href} className="utrecht-link utrecht-link--html-a">
              {link}
            </a>
          </>
        ) : (
          geenAntwoord[taal].zoeken
        )}
      </Alert>
    </div>
  )
}
