import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import type { Choice } from '#lib/ui/form/checkbox-list.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { ZAAKTYPEN } from '#lib/zaaksysteem/catalogus/catalogus.ts'

export const EVENT_TYPE_OPTIONS: readonly Choice[] = Object.entries(EVENT_TYPES).map(([naam, value]) => ({
  value,
  label: bezorgingen.soort[naam as keyof typeof EVENT_TYPES],
}))

export const ZAAKTYPE_OPTIONS: readonly Choice[] = ZAAKTYPEN.map(({ identificatie, omschrijving }) => ({
  value: identificatie,
  label: omschrijving.nl,
}))

/** What the desk calls a value; one that a client of the API made up speaks for itself. */
export function labelOf(options: readonly Choice[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}

/** The choices, with what was chosen over the API and the desk does not know. */
export function withChosen(options: readonly Choice[], chosen: readonly string[]): Choice[] {
  const unknown = chosen.filter((value) => options.every((option) => option.value !== value))
  return [...options, ...unknown.map((value) => ({ value, label: value }))]
}
