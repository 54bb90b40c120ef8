export const VOORKEUREN = '/mijn/voorkeuren'

/** What was done, as the page says it afterwards. */
export type Gedaan =
  | 'opgeslagen'
  | 'opnieuw'
  | 'teVaak'
  | 'verwijderd'
  | 'apparaatAan'
  | 'apparaatWeg'
  | 'teVeelApparaten'

export const afterwards = (gedaan: Gedaan) => `${VOORKEUREN}?gedaan=${gedaan}`
