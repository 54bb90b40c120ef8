import { EVENT_TYPES, type Wijziging } from '#lib/contract/event-types.ts'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

export const EVENT_TYPE_OPTIONS: readonly Option[] = Object.entries(EVENT_TYPES).map(([name, value]) => ({
  value,
  label: wijzigingen[name as Wijziging].balie,
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
