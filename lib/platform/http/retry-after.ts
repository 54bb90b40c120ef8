import type { IncomingHttpHeaders } from 'node:http'
import { DAY_MS } from '#lib/platform/durations.ts'

/**
 * Returns the earliest next attempt that a receiver asks for (RFC 9110 section 10.2.3), in seconds or as a
 * date; at least `now` and at most 24 hours later. Null without the header or for any other value. A proxy in
 * front may add a second header: the longest delay counts.
 */
export function retryAfter(headers: IncomingHttpHeaders, now: Date): Date | null {
  const values = [headers['retry-after'] ?? []].flat()
  const delaysMs = values.map((value) => delayOf(value.trim(), now)).filter((delayMs) => delayMs !== null)
  if (delaysMs.length === 0) return null
  return new Date(now.getTime() + Math.min(Math.max(...delaysMs, 0), DAY_MS))
}

function delayOf(value: string, now: Date): number | null {
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const at = readDate(value, now)
  return at && at.getTime() - now.getTime()
}

/**
 * The three forms that a recipient must accept (RFC 9110 section 5.6.7): IMF-fixdate, RFC 850 and asctime.
 */
const DATE_FORMS = [
  /^(?<weekday>\w{3}), (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>[\d:]{8}) GMT$/,
  /^(?<weekday>\w{3})\w{0,3}day, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>[\d:]{8}) GMT$/,
  /^(?<weekday>\w{3}) (?<month>\w{3}) (?<day>[ \d]\d) (?<time>[\d:]{8}) (?<year>\d{4})$/,
]

function readDate(value: string, now: Date): Date | null {
  const match = DATE_FORMS.map((form) => form.exec(value)).find(Boolean)
  if (!match?.groups) return null
  const { weekday, day, month, year, time } = match.groups as Record<string, string>
  const inYear = (full: string | number) => `${weekday}, ${day?.replace(' ', '0')} ${month} ${full} ${time} GMT`
  if (year?.length === 4) return fixdate(inYear(year))

  // Resolves a two-digit year to the last one that is not more than 50 years ahead.
  const limit = new Date(now)
  limit.setUTCFullYear(now.getUTCFullYear() + 50)
  const last = limit.getUTCFullYear() - ((limit.getUTCFullYear() - Number(year)) % 100)
  return fixdate(inYear(new Date(inYear(last)) > limit ? last - 100 : last))
}

/** `toUTCString` produces the same form, but never a nonexistent day or a wrong day of the week. */
function fixdate(text: string): Date | null {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toUTCString() === text ? date : null
}
