import type { Option } from '#lib/ui/form/labels.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { statussenOf, type Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { EINDE } from './abonnementen/ticked-filters.ts'

export function zaaktypeOptions(zaaktypen: readonly Zaaktype[]): Option[] {
  return zaaktypen.map(({ identificatie, omschrijving }) => ({ value: identificatie, label: omschrijving.nl }))
}

/** The end of a zaak, and every possible status. A name shared by several codes is shown with its code. */
export function statusOptions(zaaktypen: readonly Zaaktype[]): Option[] {
  const namen = new Map(zaaktypen.flatMap(statussenOf).map(({ code, naam }) => [code, naam]))
  const shared = Map.groupBy(namen.values(), (naam) => naam)
  const label = (code: string, naam: string) => (shared.get(naam)?.length === 1 ? naam : `${naam} (${code})`)
  return [
    { value: EINDE, label: abonnementen.formulier.eindstatus },
    ...[...namen].map(([code, naam]) => ({ value: code, label: label(code, naam) })),
  ]
}

/** Returns the desk's label; an unknown value, which an API client made up, is shown as it is. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}

/** Adds chosen values that the desk does not know, so that saving the form does not lose them. */
export function withChosen(options: readonly Option[], chosen: readonly string[]): Option[] {
  const unknown = chosen.filter((value) => options.every((option) => option.value !== value))
  return [...options, ...unknown.map((value) => ({ value, label: value }))]
}
