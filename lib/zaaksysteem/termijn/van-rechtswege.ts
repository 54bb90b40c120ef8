import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag, vorigeWerkdag } from '#lib/platform/feestdagen.ts'

/** Awb 4:20c lid 1. */
const BEKENDMAKEN_BINNEN = 'P2W'

/**
 * Returns the day on which the law grants an undecided aanvraag: the day after the last day of the term (Awb
 * 4:20b lid 1). The ingangsdatum is two days later (lid 3). Dates are `yyyy-mm-dd`.
 */
export function verleningNa(fataleDatum: string): { datum: string; ingangsdatum: string } {
  return { datum: addToDate(fataleDatum, 'P1D'), ingangsdatum: addToDate(fataleDatum, 'P3D') }
}

/** Returns the last day for the bekendmaking (Awb 4:20c lid 1; Algemene termijnenwet 1). */
export function bekendmakenUiterlijk(datum: string): string {
  return naarWerkdag(addToDate(datum, BEKENDMAKEN_BINNEN))
}

/**
 * Returns the newest day whose verlening van rechtswege had its last day of bekendmaking before `today`; the
 * inverse of `bekendmakenUiterlijk`.
 */
export function laatsteVerlopenVerlening(today: string): string {
  return addToDate(vorigeWerkdag(addToDate(today, '-P1D')), `-${BEKENDMAKEN_BINNEN}`)
}
