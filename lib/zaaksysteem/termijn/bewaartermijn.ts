import { Temporal } from 'temporal-polyfill'
import { addToDate } from '#lib/platform/calendar.ts'

/**
 * Returns the newest einddatum, `yyyy-mm-dd`, whose bewaartermijn is over today. Counting back misses 29
 * February: a year after it is 28 February, and a year before 28 February is not the 29th.
 *
 * @param bewaartermijn ISO 8601, in years
 */
export function laatsteEinddatum(today: string, bewaartermijn: string): string {
  const day = Temporal.PlainDate.from(today).subtract(bewaartermijn)
  const next = day.add({ days: 1 }).toString()
  return addToDate(next, bewaartermijn) <= today ? next : day.toString()
}
