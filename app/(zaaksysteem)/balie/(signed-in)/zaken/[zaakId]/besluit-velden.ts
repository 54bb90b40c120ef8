import { labelled } from '#lib/ui/form/form-field.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Gebruikelijk } from '../../usual-date.tsx'
import type { Veld } from '../../velden.tsx'

/** The day that is usual for a date that nobody filled in yet. */
export function vandaag(today: string): Gebruikelijk {
  return { tekst: handelingen.gebruikelijk.vandaag(shortDate(today)), datum: today }
}

/** The dates of a new besluit. Only one against which somebody goes to the court is laid out for reading. */
export function besluitVelden(today: string, resultaten: readonly { rechtsmiddel: string }[]): Veld[] {
  const gebruikelijk = vandaag(today)
  const hasBeroep = resultaten.some(({ rechtsmiddel }) => rechtsmiddel === 'beroep')
  return [
    { soort: 'datum', ...labelled(handelingen, 'besluitdatum'), gebruikelijk },
    { soort: 'datum', ...labelled(handelingen, 'bekendmakingsdatum'), gebruikelijk },
    ...(hasBeroep ? [optionalDate('terinzagedatum')] : []),
    optionalDate('ingangsdatum'),
    optionalDate('vervaldatum'),
  ]
}

type OptionalDate = 'ontwerpdatum' | 'einddatum' | 'terinzagedatum' | 'ingangsdatum' | 'vervaldatum'

export function optionalDate(name: OptionalDate, value?: string): Veld {
  return { soort: 'datum', ...labelled(handelingen, name), optional: true, ...(value && { value }) }
}
