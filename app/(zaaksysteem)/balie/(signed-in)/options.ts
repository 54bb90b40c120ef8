import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

export const EVENT_TYPE_OPTIONS: readonly Option[] = Object.entries(EVENT_TYPES).map(([name, value]) => ({
  value,
  label: bezorgingen.soort[name as keyof typeof EVENT_TYPES],
}))

export function zaaktypeOptions(zaaktypen: readonly Zaaktype[]): Option[] {
  return zaaktypen.map(({ identificatie, omschrijving }) => ({ value: identificatie, label: omschrijving.nl }))
}

/** What the desk calls a value. One that it does not know, because a client of the API made it up, stands as it is. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}

/** The options, and what was chosen over the API that the desk does not know: saving the form must not lose it. */
export function withChosen(options: readonly Option[], chosen: readonly string[]): Option[] {
  const unknown = chosen.filter((value) => options.every((option) => option.value !== value))
  return [...options, ...unknown.map((value) => ({ value, label: value }))]
}
