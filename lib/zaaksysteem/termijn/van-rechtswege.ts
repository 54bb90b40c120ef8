import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag, vorigeWerkdag } from '#lib/platform/feestdagen.ts'

/** Awb 4:20c lid 1. */
const BEKENDMAKEN_BINNEN = 'P2W'

/**
 * When what was asked is given by law, because nobody decided in time: on the day after the last day of the term, and it takes effect on
 * the third day after it (Awb 4:20b lid 1 and 3). Dates are `yyyy-mm-dd`.
 */
export function verleningNa(fataleDatum: string): { datum: string; ingangsdatum: string } {
  return { datum: addToDate(fataleDatum, 'P1D'), ingangsdatum: addToDate(fataleDatum, 'P3D') }
}

/** The last day to make known what was given by law on a day (Awb 4:20c lid 1; Algemene termijnenwet 1). */
export function bekendmakenUiterlijk(datum: string): string {
  return naarWerkdag(addToDate(datum, BEKENDMAKEN_BINNEN))
}

/** The newest day of which what was given by law on it had to be made known before a day: `bekendmakenUiterlijk` the other way round. */
export function laatsteVerlopenVerlening(today: string): string {
  return addToDate(vorigeWerkdag(addToDate(today, '-P1D')), `-${BEKENDMAKEN_BINNEN}`)
}
