import { Temporal } from 'temporal-polyfill'

/** Legal terms count calendar days in the municipality's time zone. */
const TIME_ZONE = 'Europe/Amsterdam'

/**
 * The Swedish date format is that of ISO 8601. Each act needs one, and the polyfill takes six times as long.
 */
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE })

/** Returns the calendar date, `yyyy-mm-dd`, of an instant in the Netherlands. */
export function dateInAmsterdam(instant: Date): string {
  return isoDay.format(instant).padStart('yyyy-mm-dd'.length, '0')
}

const hourOfDay = new Intl.DateTimeFormat('sv-SE', { hour: 'numeric', hourCycle: 'h23', timeZone: TIME_ZONE })

/** Returns the hour that the clock in the Netherlands shows, 0 to 23. */
export function hourInAmsterdam(instant: Date): number {
  return Number(hourOfDay.format(instant))
}

const dutchMoment = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short', timeZone: TIME_ZONE })

/** Formats an instant in Dutch words and Dutch local time: "22 november 2026 om 21:00". */
export function momentInAmsterdam(instant: Date): string {
  return dutchMoment.format(instant)
}

/**
 * Adds an ISO 8601 duration, such as `P56D`, to a date, `yyyy-mm-dd`. 29 February and a year is 28 February.
 */
export function addToDate(date: string, duration: string): string {
  return Temporal.PlainDate.from(date).add(duration).toString()
}

/** Counts the calendar days from `from` to `to`; negative when `to` lies before it. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** Returns the week, from Monday to Sunday, of a date. */
export function weekOf(date: string): { monday: string; sunday: string } {
  const day = Temporal.PlainDate.from(date)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return { monday: monday.toString(), sunday: monday.add({ days: 6 }).toString() }
}

/** Converts a PostgreSQL `date`, which Prisma returns as midnight UTC, to `yyyy-mm-dd`. */
export function isoDate(column: Date): string {
  return column.toISOString().slice(0, 10)
}

type WithIsoDates<Row, Column extends keyof Row> = Omit<Row, Column> & {
  [Each in Column]: string | Exclude<Row[Each], Date>
}

/** Returns the row with these columns converted by isoDate. */
export function withIsoDates<Row, Column extends keyof Row>(row: Row, columns: readonly Column[]) {
  const dates = columns.map((column) => {
    const value = row[column]
    return [column, value instanceof Date ? isoDate(value) : value]
  })
  return { ...row, ...Object.fromEntries(dates) } as WithIsoDates<Row, Column>
}
