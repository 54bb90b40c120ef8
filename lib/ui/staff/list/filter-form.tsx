'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../form/button.tsx'
import { classNames } from '../../text/class-names.ts'
import { Link } from '../../text/link.tsx'
import { type HrefAction, HrefForm } from './href-form.tsx'

/**
 * The filter of a list: a GET form, so that its fields stand in the address, or an action that leads there
 * when what is typed may not. They follow the address when a link or the back button changes it, and the
 * focus stays where it is. A choice is sent at once; without JavaScript by the button.
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
  /** of every field; '' is empty: React drops `undefined` members on the way to the browser */
  values: Record<string, string>
  /** its name for screen readers */
  label: string
  submitLabel: string
  /** leads to the list without a filter */
  clear?: { href: string; label: string } | false
  /** wide: more than four fields; line: one of them, and `further` behind it */
  shape?: 'wide' | 'line' | undefined
  children: ReactNode
  /** what follows the button */
  further?: ReactNode
}) {
  const ref = useRef<HTMLFormElement>(null)
  const shown = useRef(values)

  // Only what the address changed: the page is rendered again, or comes to life, while somebody types.
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
