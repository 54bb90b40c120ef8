'use client'

import { type ChangeEvent, useEffect, useState } from 'react'
import { withAll } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { EditableZaak } from './to-editable-zaak.ts'

const { wijzigen } = balie

type Props = {
  teksten: EditableZaak['teksten']
  /** where the form is */
  bij: EditableZaak['teksten'][number]['bij']
  /** the field of the form to fill */
  veld: 'toelichting' | 'tekst'
}

/**
 * Fills a field of its form with a standaardtekst; for a letter also its kop. Hidden until JavaScript runs.
 */
export function Standaardteksten({ teksten, bij, veld }: Props) {
  const aangeboden = teksten.filter((each) => each.bij === 'overal' || each.bij === bij)
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  if (!isReady || aangeboden.length === 0) return null

  function fill({ currentTarget: { form, value, selectedOptions } }: ChangeEvent<HTMLSelectElement>) {
    if (!value) return
    const filled = { ...(veld === 'tekst' && { kop: selectedOptions[0]?.label ?? '' }), [veld]: value }
    for (const [name, text] of Object.entries(filled)) {
      const field = form?.elements.namedItem(name)
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.focus()
    }
  }

  return (
    <Select
      name="standaardtekst"
      label={wijzigen.standaardtekst}
      options={withAll(
        wijzigen.kiesTekst,
        aangeboden.map(({ naam, tekst }) => ({ value: tekst, label: naam })),
      )}
      onChange={fill}
    />
  )
}
