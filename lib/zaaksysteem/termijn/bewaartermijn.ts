import { Temporal } from 'temporal-polyfill'
import { addToDate } from '#lib/platform/calendar.ts'

/**
 * The last day, `yyyy-mm-dd`, on which something could end whose bewaartermijn is over today. Counting back misses a 29
 * February: a year after it is 28 February, and a year before that is not the 29th.
 *
 * @param bewaartermijn ISO 8601, in years
 */
export function laatsteEinddatum(today: string, bewaartermijn: string): string {
  const day = Temporal.PlainDate.from(today).subtract(bewaartermijn)
  const next = day.add({ days: 1 }).toString()
  return addToDate(next, bewaartermijn) <= today ? next : day.toString()
}
