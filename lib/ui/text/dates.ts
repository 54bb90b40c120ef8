import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Taal } from './taal.ts'

const LOCALES: Record<Taal, string> = { nl: 'nl-NL', en: 'en-GB' }
const TODAY: Record<Taal, string> = { nl: 'vandaag', en: 'today' }

/**
 * Formats for calendar dates, which have no time zone: each is formatted as the UTC day that it names. A
 * formatter costs more than all dates of a page, so each is made once.
 */
function dateFormats(options: Intl.DateTimeFormatOptions): Record<Taal, (date: string) => string> {
  const formatOf = (taal: Taal) => {
    const format = new Intl.DateTimeFormat(LOCALES[taal], { ...options, timeZone: 'UTC' })
    return (date: string) => format.format(new Date(`${date}T00:00:00Z`))
  }
  return { nl: formatOf('nl'), en: formatOf('en') }
}

const WEEKDAY = dateFormats({ weekday: 'long' })
const PLAIN_DATE = dateFormats({ day: 'numeric', month: 'long', year: 'numeric' })
const SHORT_DATE = dateFormats({ day: 'numeric', month: 'short', year: 'numeric' })

const clockFormat = (options?: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-NL', {
    hour: '2-digit',
    minute: '2-digit',
    ...options,
    hourCycle: 'h23',
    timeZone: 'Europe/Amsterdam',
  })

const CLOCK = clockFormat()
const CLOCK_WITH_SECONDS = clockFormat({ second: '2-digit' })

/** For citizens: "vrijdag 22 januari 2027". @param date `yyyy-mm-dd` */
export function writtenDate(date: string, taal: Taal): string {
  // In two parts, because only some versions of Node.js put a comma between them in English.
  return `${WEEKDAY[taal](date)} ${plainDate(date, taal)}`
}

/** For citizens, in a list of facts: "22 januari 2027". @param date `yyyy-mm-dd` */
export function plainDate(date: string, taal: Taal): string {
  return PLAIN_DATE[taal](date)
}

/**
 * For citizens, in Dutch local time: "vandaag, 14:03" or "vrijdag 27 november 2026, 09:12".
 *
 * @param options.now absent when the text may be read on another day, such as in a mail
 */
export function writtenMoment(instant: Date, { now, taal }: { now?: Date; taal: Taal }): string {
  const date = dateInAmsterdam(instant)
  const day = now && date === dateInAmsterdam(now) ? TODAY[taal] : writtenDate(date, taal)
  return `${day}, ${CLOCK.format(instant)}`
}

/** For citizens: "14:03", in Dutch local time. */
export function writtenTime(instant: Date): string {
  return CLOCK.format(instant)
}

/** For citizens, in records: "27 november 2026, 09:12". */
export function plainMoment(instant: Date, taal: Taal): string {
  return `${plainDate(dateInAmsterdam(instant), taal)}, ${CLOCK.format(instant)}`
}

/** For staff: "22 jan 2027". @param date `yyyy-mm-dd` */
export function shortDate(date: string): string {
  return SHORT_DATE.nl(date)
}

/** For staff and suppliers: "1 dec 2026 11:40". */
export function shortMoment(instant: Date, taal: Taal = 'nl'): string {
  return `${SHORT_DATE[taal](dateInAmsterdam(instant))} ${CLOCK.format(instant)}`
}

/** For comparing moments: "25 nov 2026 15:06:49". */
export function exactMoment(instant: Date, taal: Taal = 'nl'): string {
  return `${SHORT_DATE[taal](dateInAmsterdam(instant))} ${CLOCK_WITH_SECONDS.format(instant)}`
}

/** For staff: "nog 51 dagen", "vandaag", "2 dagen te laat". */
export function daysLeft(days: number): string {
  if (days === 0) return 'vandaag'
  const count = Math.abs(days)
  const counted = `${count} ${count === 1 ? 'dag' : 'dagen'}`
  return days > 0 ? `nog ${counted}` : `${counted} te laat`
}

/** The dates, `yyyy-mm-dd`, for the `{name}` placeholders of a text; null when the zaak lacks that date. */
export type Datums = Record<string, string | null>

/**
 * Returns the text in parts, with its dates written out. Leaves out each sentence whose date is null, with
 * the question that it answers.
 */
export function datedParts(text: string, datums: Datums, taal: Taal): { text: string; isDate: boolean }[] {
  const known = text
    .split(/(?<=[.!])\s+/)
    .filter((sentence) => !Object.keys(datums).some((name) => datums[name] === null && sentence.includes(`{${name}}`)))
    .join(' ')
  return known.split(/(\{\w{1,30}\})/).map((part) => {
    const name = part.slice(1, -1)
    const date = part === `{${name}}` && Object.hasOwn(datums, name) ? datums[name] : null
    return date ? { text: writtenDate(date, taal), isDate: true } : { text: part, isDate: false }
  })
}

export function fillDates(text: string, datums: Datums, taal: Taal): string {
  return datedParts(text, datums, taal)
    .map((part) => part.text)
    .join('')
}
