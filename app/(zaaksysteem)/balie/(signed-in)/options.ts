import { EVENT_TYPES, VOORVAL_SOORTEN, VOORVAL_TYPES, type Wijziging } from '#lib/contract/event-types.ts'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { voorvallen, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import { statussenOf, type Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { EINDE } from './abonnementen/ticked-filters.ts'

export const EVENT_TYPE_OPTIONS: readonly Option[] = Object.entries(EVENT_TYPES).map(([name, value]) => ({
  value,
  label: wijzigingen[name as Wijziging].balie,
}))

/** What an abonnement can ask for: also what becomes of the others of its client. */
export const ABONNEMENT_TYPE_OPTIONS: readonly Option[] = [
  ...EVENT_TYPE_OPTIONS,
  ...VOORVAL_SOORTEN.map((soort) => ({ value: VOORVAL_TYPES[soort], label: voorvallen[soort].balie })),
]

/** Of what has a code and a name in both languages, such as a resultaattype. */
export function codeOptions(all: readonly { code: string; omschrijving: { nl: string } }[]): Option[] {
  return all.map(({ code, omschrijving }) => ({ value: code, label: omschrijving.nl }))
}

/** Of what has an id and a name, such as a behandelaar. */
export function namedOptions(all: readonly { id: string; naam: string }[]): Option[] {
  return all.map(({ id, naam }) => ({ value: id, label: naam }))
}

export function zaaktypeOptions(zaaktypen: readonly Zaaktype[]): Option[] {
  return zaaktypen.map(({ identificatie, omschrijving }) => ({ value: identificatie, label: omschrijving.nl }))
}

/** The end of a zaak, and each status that one of them can come to. Those with one name for several codes say which. */
export function statusOptions(zaaktypen: readonly Zaaktype[]): Option[] {
  const namen = new Map(zaaktypen.flatMap(statussenOf).map(({ code, naam }) => [code, naam]))
  const shared = Map.groupBy(namen.values(), (naam) => naam)
  const label = (code: string, naam: string) => (shared.get(naam)?.length === 1 ? naam : `${naam} (${code})`)
  return [
    { value: EINDE, label: abonnementen.formulier.eindstatus },
    ...[...namen].map(([code, naam]) => ({ value: code, label: label(code, naam) })),
  ]
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
