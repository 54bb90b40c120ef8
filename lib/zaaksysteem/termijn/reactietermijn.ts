import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Rechtsmiddel } from '../generated/client.ts'

/** Awb 6:7, of bezwaar and of beroep. */
const REACTIETERMIJN = 'P6W'

type Besluit = { rechtsmiddel: Rechtsmiddel; bekendmakingsdatum: string; terinzagedatum: string | null }

/**
 * The last day on which one can object to a besluit, or appeal against it, `yyyy-mm-dd`; null when nothing can be done. The six
 * weeks begin on the day after it was made known (Awb 6:8 lid 1), or after the uniforme openbare voorbereidingsprocedure on the day
 * after it was laid ter inzage (6:8 lid 4). So they end on the weekday on which it was; later where the Algemene termijnenwet says so.
 */
export function laatsteReactiedag({ rechtsmiddel, bekendmakingsdatum, terinzagedatum }: Besluit): string | null {
  if (rechtsmiddel === 'geen') return null
  return eindeReactietermijn(rechtsmiddel === 'beroep' ? (terinzagedatum ?? bekendmakingsdatum) : bekendmakingsdatum)
}

/** The last day of a term to object or to appeal that begins on the day after a day, such as that of the bekendmaking; both `yyyy-mm-dd`. */
export function eindeReactietermijn(begin: string): string {
  return naarWerkdag(addToDate(begin, REACTIETERMIJN))
}
