import type { AgendaGedaan } from '#lib/ui/texts/mijn/agenda.ts'
import type { ApparatenGedaan } from '#lib/ui/texts/mijn/apparaten.ts'

export const VOORKEUREN = '/mijn/voorkeuren'
export const NIEUW_AGENDA_ADRES = `${VOORKEUREN}/agenda/nieuw-adres`

/** The outcome that the page shows after a redirect. */
export type Gedaan =
  | 'andereBurger'
  | 'behouden'
  | 'opgeslagen'
  | 'opnieuw'
  | 'teVaak'
  | 'verwijderd'
  | AgendaGedaan
  | ApparatenGedaan

export const afterwards = (gedaan: Gedaan) => `${VOORKEUREN}?gedaan=${gedaan}`
