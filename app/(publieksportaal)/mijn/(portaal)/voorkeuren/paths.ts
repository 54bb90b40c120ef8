import type { AgendaGedaan } from '#lib/ui/texts/mijn/agenda.ts'

export const VOORKEUREN = '/mijn/voorkeuren'
export const NIEUW_AGENDA_ADRES = `${VOORKEUREN}/agenda/nieuw-adres`

/** What was done, as the page says it afterwards. */
export type Gedaan = 'opgeslagen' | 'opnieuw' | 'teVaak' | 'verwijderd' | AgendaGedaan

export const afterwards = (gedaan: Gedaan) => `${VOORKEUREN}?gedaan=${gedaan}`
