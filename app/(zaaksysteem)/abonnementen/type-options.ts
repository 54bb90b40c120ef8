import { EVENT_TYPES, VOORVAL_SOORTEN, VOORVAL_TYPES, type Wijziging } from '#lib/contract/event-types.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { voorvallen, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { Viewer } from './viewer.ts'

/** The types of events about zaken, as the desk calls them. */
export const EVENT_TYPE_OPTIONS: readonly Option[] = Object.entries(EVENT_TYPES).map(([name, value]) => ({
  value,
  label: wijzigingen[name as Wijziging].balie,
}))

/** The types an abonnement can select, including events about the client's other abonnementen. */
export const ABONNEMENT_TYPE_OPTIONS: readonly Option[] = [
  ...EVENT_TYPE_OPTIONS,
  ...VOORVAL_SOORTEN.map((soort) => ({ value: VOORVAL_TYPES[soort], label: voorvallen[soort].balie })),
]

/** Returns the types to choose from. A supplier knows a type by the name that its events have. */
export function typeOptions({ rol }: Viewer): readonly Option[] {
  return rol === 'beheerder'
    ? ABONNEMENT_TYPE_OPTIONS
    : ABONNEMENT_TYPE_OPTIONS.map(({ value }) => ({ value, label: value }))
}

export function typeLabel(viewer: Viewer, type: string): string {
  return typeOptions(viewer).find(({ value }) => value === type)?.label ?? type
}
