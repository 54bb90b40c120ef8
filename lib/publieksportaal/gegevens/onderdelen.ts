import type { ReadOnderdeel } from './onderdeel.ts'
import { readAgenda } from './read-agenda.ts'
import { readApparaten } from './read-apparaten.ts'
import { readBewijzen } from './read-bewijzen.ts'
import { readBurger } from './read-burger.ts'
import { readEmailadres } from './read-emailadres.ts'
import { readHandelingen } from './read-handelingen.ts'
import { readInzendingen } from './read-inzendingen.ts'
import { readMails } from './read-mails.ts'
import { readSessies } from './read-sessies.ts'
import { readVerwijderdeZaken } from './read-verwijderde-zaken.ts'
import { readZaken } from './read-zaken.ts'

/**
 * All that the portal holds about a citizen (AVG 15 and 20). Whoever adds a table that belongs to a citizen adds it here, with
 * a title and explanation in lib/ui/texts/mijn/gegevens.ts: a test compares this list with the tables of the schema.
 */
export const ONDERDELEN = {
  burger: readBurger,
  zaken: readZaken,
  inzendingen: readInzendingen,
  bewijzen: readBewijzen,
  emailadres: readEmailadres,
  agenda: readAgenda,
  mails: readMails,
  apparaten: readApparaten,
  verwijderdeZaken: readVerwijderdeZaken,
  sessies: readSessies,
  handelingen: readHandelingen,
} satisfies Record<string, ReadOnderdeel>

export type OnderdeelNaam = keyof typeof ONDERDELEN
