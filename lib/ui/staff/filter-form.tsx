'use client'

import Form from 'next/form'
import { type ComponentProps, useEffect, useRef } from 'react'

/**
 * A GET form whose fields are the address: they follow it when a link or the back button changes it, and the focus
 * stays where it is. A choice searches at once; without JavaScript the form's button does.
 */
export function FilterForm({
  values,
  ...form
}: Omit<ComponentProps<typeof Form>, 'action' | 'ref' | 'onChange'> & {
  action: string
  /** of every field; '' is empty (the way to the browser drops `undefined`) */
  values: Record<string, string>
}) {
  const ref = useRef<HTMLFormElement>(null)

  useEffect(() => {
    for (const [name, value] of Object.entries(values)) {
      const field = ref.current?.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
    }
  }, [values])

  return (
    <Form
      {...form}
      ref={ref}
      onChange={({ target, currentTarget }) => {
        if ((target as EventTarget) instanceof HTMLSelectElement) currentTarget.requestSubmit()
      }}
    />
  )
}
