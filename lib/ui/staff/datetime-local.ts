import { Temporal } from 'temporal-polyfill'

const TIME_ZONE = 'Europe/Amsterdam'

/**
 * Parses the value of `<input type="datetime-local">` as Dutch local time; `undefined` when it is invalid.
 */
export function parseDatetimeLocal(text: string): Date | undefined {
  try {
    return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(TIME_ZONE).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** Returns the value of `<input type="datetime-local">`, rounded down to the minute. */
export function formatDatetimeLocal(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}
