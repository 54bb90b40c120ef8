import type { ReadOnderdeel } from './onderdeel.ts'
import { readAgenda } from './read/read-agenda.ts'
import { readApparaten } from './read/read-apparaten.ts'
import { readBewijzen } from './read/read-bewijzen.ts'
import { readBurger } from './read/read-burger.ts'
import { readEmailadres } from './read/read-emailadres.ts'
import { readHandelingen } from './read/read-handelingen.ts'
import { readInzendingen } from './read/read-inzendingen.ts'
import { readMails } from './read/read-mails.ts'
import { readSessies } from './read/read-sessies.ts'
import { readVerwijderdeZaken } from './read/read-verwijderde-zaken.ts'
import { readVerzondenMails } from './read/read-verzonden-mails.ts'
import { readZaken } from './read/read-zaken.ts'

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
  verzondenMails: readVerzondenMails,
  apparaten: readApparaten,
  verwijderdeZaken: readVerwijderdeZaken,
  sessies: readSessies,
  handelingen: readHandelingen,
} satisfies Record<string, ReadOnderdeel>

export type OnderdeelNaam = keyof typeof ONDERDELEN
