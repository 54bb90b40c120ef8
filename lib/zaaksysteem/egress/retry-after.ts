import type { IncomingHttpHeaders } from 'node:http'
import { DAY_MS } from '#lib/platform/durations.ts'

/**
 * When a sink wants to be asked again (RFC 9110 section 10.2.3): in seconds or as a date, never earlier than `now` and
 * at most 24 hours later. Null without the header, or when it says anything else: of the three forms of a date only
 * IMF-fixdate is read, the one that senders may still generate.
 */
export function retryAfter(headers: IncomingHttpHeaders, now: Date): Date | null {
  const value = headers['retry-after']
  if (typeof value !== 'string') return null
  const delayMs = /^\d+$/.test(value) ? Number(value) * 1000 : delayUntil(value, now)
  return delayMs === null ? null : new Date(now.getTime() + Math.min(Math.max(delayMs, 0), DAY_MS))
}

/** `toUTCString` writes exactly IMF-fixdate, so what comes back unchanged is one, of a day that exists. */
function delayUntil(value: string, now: Date): number | null {
  const at = new Date(value)
  const isFixdate = !Number.isNaN(at.getTime()) && at.toUTCString() === value
  return isFixdate ? at.getTime() - now.getTime() : null
}
