import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Rechtsmiddel } from '../generated/client.ts'

/** Awb 6:7, for bezwaar and beroep. */
const REACTIETERMIJN = 'P6W'

type Besluit = { rechtsmiddel: Rechtsmiddel; bekendmakingsdatum: string; terinzagedatum: string | null }

/**
 * Returns the last day for bezwaar or beroep, `yyyy-mm-dd`; null without a rechtsmiddel. The six weeks begin
 * on the day after the bekendmaking (Awb 6:8 lid 1). After the uniforme openbare voorbereidingsprocedure they
 * begin on the day after it was laid ter inzage (6:8 lid 4). The Algemene termijnenwet may move the end.
 */
export function laatsteReactiedag({ rechtsmiddel, bekendmakingsdatum, terinzagedatum }: Besluit): string | null {
  if (rechtsmiddel === 'geen') return null
  return eindeReactietermijn(rechtsmiddel === 'beroep' ? (terinzagedatum ?? bekendmakingsdatum) : bekendmakingsdatum)
}

/** Returns the end of a term for bezwaar or beroep that begins on the day after `begin`. */
export function eindeReactietermijn(begin: string): string {
  return naarWerkdag(addToDate(begin, REACTIETERMIJN))
}
