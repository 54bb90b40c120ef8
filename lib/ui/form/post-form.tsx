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
 * A form with a server action and hidden `fields`. React renders `action=""`, which HTML does not allow; `#`
 * means this page too.
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
    // The action of `useForm` returns nothing: it shows a missing answer itself.
    return action?.(formData)?.catch((error) => {
      // Passes on redirect() and notFound().
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
 * Says that the action of a form got no answer. Only in the browser: it reads the language of the document.
 *
 * @param saves false for a form that only searches
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
