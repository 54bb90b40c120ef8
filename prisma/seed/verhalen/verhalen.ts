import { AANVULLING } from './aanvulling.ts'
import { BESLUIT } from './besluit.ts'
import { INTREKKEN } from './intrekken.ts'
import { JAREN } from './jaren.ts'
import { TERMIJN } from './termijn.ts'
import type { Verhaal } from './verhaal.ts'

/** A verhaal for each citizen of the demo. Together they show every possible course of an aanvraag. */
export const VERHALEN: readonly Verhaal[] = [...BESLUIT, ...AANVULLING, ...TERMIJN, ...INTREKKEN, ...JAREN]
