'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../form/button.tsx'
import { classNames } from '../../text/class-names.ts'
import { Link } from '../../text/link.tsx'
import { type HrefAction, HrefForm } from './href-form.tsx'

/**
 * The filter of a list: a GET form, or an action when the typed text must stay out of the address. The fields
 * follow the address when a link or the back button changes it, and keep the focus. A choice in a list is
 * submitted at once, or by the button without JavaScript.
 */
export function FilterForm({
  action,
  values,
  label,
  submitLabel,
  clear,
  shape,
  children,
  further,
}: {
  action: string | HrefAction
  /** the value of every field; '' when empty, because React drops `undefined` members */
  values: Record<string, string>
  /** its name for screen readers */
  label: string
  submitLabel: string
  /** the link to the list without a filter */
  clear?: { href: string; label: string } | false
  /** `wide`: more than four fields; `line`: one field with `further` beside it */
  shape?: 'wide' | 'line' | undefined
  children: ReactNode
  /** controls after the button */
  further?: ReactNode
}) {
  const ref = useRef<HTMLFormElement>(null)
  const shown = useRef(values)

  // Sets only the fields that the address changed: a rerender or the hydration may come while somebody types.
  useEffect(() => {
    for (const [name, value] of Object.entries(values)) {
      const field = ref.current?.elements.namedItem(name)
      const isChanged = value !== shown.current[name]
      if (isChanged && (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) field.value = value
    }
    shown.current = values
  }, [values])

  return (
    <HrefForm
      action={action}
      ref={ref}
      role="search"
      aria-label={label}
      className={classNames('staff-filter', shape && `staff-filter--${shape}`)}
      onChange={({ target, currentTarget }) => {
        if ((target as EventTarget) instanceof HTMLSelectElement) currentTarget.requestSubmit()
      }}
    >
      {children}
      <div className="zb-line">
        <Button appearance="secondary">{submitLabel}</Button>
        {clear && !further && <Link href={clear.href}>{clear.label}</Link>}
      </div>
      {further}
      {clear && further && <Link href={clear.href}>{clear.label}</Link>}
    </HrefForm>
  )
}
