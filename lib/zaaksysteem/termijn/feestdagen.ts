import { easter } from 'date-easter'
import { Temporal } from 'temporal-polyfill'

const SATURDAY = 6
const SUNDAY = 7

/** Algemene termijnenwet 3 lid 1 and 2, as month and day, and as days after Easter Sunday. */
const FIXED = ['01-01', '05-05', '12-25', '12-26']
const AFTER_EASTER = { goedeVrijdag: -2, tweedePaasdag: 1, hemelvaartsdag: 39, tweedePinksterdag: 50 }

/** The day before when 27 April is a Sunday. */
function koningsdag(year: number): Temporal.PlainDate {
  const birthday = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  return birthday.dayOfWeek === SUNDAY ? birthday.subtract({ days: 1 }) : birthday
}

/** The last day of a legal term that would end on this day (Algemene termijnenwet 1): the first that is no vrije dag. */
export function naarWerkdag(date: Temporal.PlainDate): Temporal.PlainDate {
  return isVrijeDag(date) ? naarWerkdag(date.add({ days: 1 })) : date
}

/**
 * Whether it is a day on which a legal term cannot end: a Saturday, a Sunday, or a day that the Algemene termijnenwet
 * calls or treats as a recognised holiday.
 */
export function isVrijeDag(date: Temporal.PlainDate): boolean {
  if (date.dayOfWeek === SATURDAY || date.dayOfWeek === SUNDAY) return true
  if (FIXED.includes(date.toString().slice(5)) || date.equals(koningsdag(date.year))) return true
  const daysAfterEaster = Temporal.PlainDate.from(easter(date.year)).until(date).days
  return Object.values(AFTER_EASTER).includes(daysAfterEaster)
}
