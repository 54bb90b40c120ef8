'use client'

import { type ChangeEvent, useEffect, useState } from 'react'
import { withAll } from '#lib/ui/form/form-field.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { balie } from '#lib/ui/texts/balie.ts'

const { wijzigen } = balie

/** Fills the toelichting of its form with a standaardtekst, which can then be edited. Needs JavaScript, so it waits for it. */
export function Standaardteksten({ teksten }: { teksten: { naam: string; tekst: string }[] }) {
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  if (!isReady || teksten.length === 0) return null

  function fill({ currentTarget: { form, value } }: ChangeEvent<HTMLSelectElement>) {
    const toelichting = form?.elements.namedItem('toelichting')
    if (!value || !(toelichting instanceof HTMLTextAreaElement)) return
    toelichting.value = value
    toelichting.dispatchEvent(new Event('input', { bubbles: true }))
    toelichting.focus()
  }

  return (
    <Select
      name="standaardtekst"
      label={wijzigen.standaardtekst}
      options={withAll(
        wijzigen.kiesTekst,
        teksten.map(({ naam, tekst }) => ({ value: tekst, label: naam })),
      )}
      onChange={fill}
    />
  )
}
