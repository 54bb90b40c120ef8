import { serializeList } from 'structured-headers'
import { SECOND_MS } from '../durations.ts'

/** At most `most` requests within `seconds`. */
export type Quota = { name: string; most: number; seconds: number }

/** `most`: the requests that are left; `seconds`: the time until there is one more. */
export type Left = { quota: Quota; most: number; seconds: number }

/** @param asked the moments of the requests, newest first; those beyond the quota may be left out */
export function leftOf(quota: Quota, asked: readonly Date[], now: Date): Left {
  const counted = asked.slice(0, quota.most)
  const first = counted.at(-1) ?? now
  const freeMs = first.getTime() + quota.seconds * SECOND_MS - now.getTime()
  return { quota, most: quota.most - counted.length, seconds: Math.ceil(freeMs / SECOND_MS) }
}

/** Returns the response headers about a quota (draft-ietf-httpapi-ratelimit-headers-11). */
export function rateLimitHeaders({ quota, most, seconds }: Left): Record<string, string> {
  const item = (parameters: Record<string, number>) =>
    serializeList([[quota.name, new Map(Object.entries(parameters))]])
  return {
    'RateLimit-Policy': item({ q: quota.most, w: quota.seconds }),
    RateLimit: item({ r: most, t: seconds }),
  }
}
