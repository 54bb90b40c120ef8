import { easter } from 'date-easter'
import { Temporal } from 'temporal-polyfill'
import { addToDate } from './calendar.ts'

const SATURDAY = 6
const SUNDAY = 7

/** Algemene termijnenwet 3 lid 1 and 2, as month and day, and as days after Easter Sunday. */
const FIXED = ['01-01', '05-05', '12-25', '12-26']
const AFTER_EASTER = { goedeVrijdag: -2, tweedePaasdag: 1, hemelvaartsdag: 39, tweedePinksterdag: 50 }

/**
 * Algemene termijnenwet 3 lid 3: days that a besluit equates with a holiday. Such a besluit is taken every
 * three years, for three years; the next is for 2029 and later.
 */
const GELIJKGESTELD = [
  // Besluit gelijkstelling for 2023 until 2025
  ...['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
  // Besluit gelijkstelling for 2026 until 2028
  ...['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
]

/** Koningsdag is 27 April, or the day before if that is a Sunday. */
function koningsdag(year: number): Temporal.PlainDate {
  const birthday = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  return birthday.dayOfWeek === SUNDAY ? birthday.subtract({ days: 1 }) : birthday
}

/**
 * Returns the last day of a legal term that would end on this day (Algemene termijnenwet 1): the first day
 * from it that is no vrije dag. Both are `yyyy-mm-dd`.
 */
export function naarWerkdag(date: string): string {
  return isVrijeDag(date) ? naarWerkdag(addToDate(date, 'P1D')) : date
}

/** Returns the day after `count` days, counting only days that are no vrije dag. Both are `yyyy-mm-dd`. */
export function werkdagenLater(date: string, count: number): string {
  return count === 0 ? date : werkdagenLater(naarWerkdag(addToDate(date, 'P1D')), count - 1)
}

/** Returns the last day up to and including this one that is no vrije dag. Both are `yyyy-mm-dd`. */
export function vorigeWerkdag(date: string): string {
  return isVrijeDag(date) ? vorigeWerkdag(addToDate(date, '-P1D')) : date
}

/**
 * True for a day, `yyyy-mm-dd`, on which a legal term cannot end: a Saturday, a Sunday, or a recognised
 * holiday of the Algemene termijnenwet or a day equated with one.
 */
export function isVrijeDag(date: string): boolean {
  const day = Temporal.PlainDate.from(date)
  if (day.dayOfWeek === SATURDAY || day.dayOfWeek === SUNDAY) return true
  if (FIXED.includes(date.slice(5)) || GELIJKGESTELD.includes(date) || day.equals(koningsdag(day.year))) return true
  const daysAfterEaster = Temporal.PlainDate.from(easter(day.year)).until(day).days
  return Object.values(AFTER_EASTER).includes(daysAfterEaster)
}
