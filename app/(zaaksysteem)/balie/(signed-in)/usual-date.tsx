'use client'

import { type MouseEvent, useEffect, useState } from 'react'
import { LinkButton } from '#lib/ui/form/button.tsx'
import type { Gebruikelijk } from '#lib/ui/form/labels.ts'

/**
 * A button that fills in the date field with this name. Without JavaScript it is a text with the date.
 *
 * @param label of the field
 */
export function UsualDate({ name, label, tekst, datum }: Gebruikelijk & { name: string; label: string }) {
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  if (!isReady) return <p className="balie-gebruikelijk">{tekst}</p>

  function fill({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) {
    const field = form?.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement)) return
    field.value = datum
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  return (
    <p className="balie-gebruikelijk">
      <LinkButton type="button" aria-controls={name} onClick={fill}>
        {tekst}
        <span className="zb-hidden"> ({label})</span>
      </LinkButton>
    </p>
  )
}
