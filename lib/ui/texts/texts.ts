import type { Taal, Tekst } from '../text/taal.ts'
import { en } from './en.ts'
import { nl, type Texts } from './nl.ts'

const TEXTS: Record<Taal, Texts> = { nl, en }

export function texts(taal: Taal): Texts {
  return TEXTS[taal]
}

export function inBothTalen(read: (t: Texts, taal: Taal) => string): Tekst {
  return { nl: read(nl, 'nl'), en: read(en, 'en') }
}
