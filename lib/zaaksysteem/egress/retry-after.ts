import type { IncomingHttpHeaders } from 'node:http'
import { DAY_MS } from '#lib/platform/durations.ts'

/**
 * The earliest next attempt that a sink asks for (RFC 9110 section 10.2.3), in seconds or as a date; at least `now` and
 * at most 24 hours later. Null without the header or with any other value: of the three forms of a date only
 * IMF-fixdate is read, the only one that senders may still generate.
 */
export function retryAfter(headers: IncomingHttpHeaders, now: Date): Date | null {
  const value = headers['retry-after']
  if (typeof value !== 'string') return null
  const delayMs = /^\d+$/.test(value) ? Number(value) * 1000 : delayUntil(value, now)
  return delayMs === null ? null : new Date(now.getTime() + Math.min(Math.max(delayMs, 0), DAY_MS))
}

/** `toUTCString` writes IMF-fixdate, so a value that it returns unchanged is one, of a day that exists. */
function delayUntil(value: string, now: Date): number | null {
  const at = new Date(value)
  const isFixdate = !Number.isNaN(at.getTime()) && at.toUTCString() === value
  return isFixdate ? at.getTime() - now.getTime() : null
}
