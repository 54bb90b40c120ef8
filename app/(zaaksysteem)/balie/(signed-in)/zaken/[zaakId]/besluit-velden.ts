import { labelled } from '#lib/ui/form/form-field.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Gebruikelijk } from '../../usual-date.tsx'
import type { Veld } from '../../velden.tsx'

/** Today as the usual date of an empty field. */
export function vandaag(today: string): Gebruikelijk {
  return { tekst: handelingen.gebruikelijk.vandaag(shortDate(today)), datum: today }
}

/** The dates of a new besluit. The terinzagelegging applies only where beroep is possible. */
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
