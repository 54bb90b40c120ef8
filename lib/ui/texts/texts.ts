import type { Taal } from '../text/taal.ts'
import { en } from './en.ts'
import { nl, type Texts } from './nl.ts'

const TEXTS: Record<Taal, Texts> = { nl, en }

export function texts(taal: Taal): Texts {
  return TEXTS[taal]
}
