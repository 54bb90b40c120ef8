import { Temporal } from 'temporal-polyfill'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { shortDate } from '../text/dates.ts'

const TIME_ZONE = 'Europe/Amsterdam'

const clock = new Intl.DateTimeFormat('nl', { timeStyle: 'medium', timeZone: TIME_ZONE })

/** What `<input type="datetime-local">` sends, as the clock in the Netherlands has it; `undefined` when it is none. */
export function parseDatetimeLocal(text: string): Date | undefined {
  try {
    return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(TIME_ZONE).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** The value of `<input type="datetime-local">`, rounded down to the minute. */
export function formatDatetimeLocal(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** For who compares moments: "25 nov 2026 15:06:49". */
export function exactMoment(instant: Date): string {
  return `${shortDate(dateInAmsterdam(instant))} ${clock.format(instant)}`
}
