import { serializeList } from 'structured-headers'
import { SECOND_MS } from '../durations.ts'

/** How often something may be asked for within so many seconds. */
export type Quota = { name: string; most: number; seconds: number }

/** How much of a quota is left, and for how many seconds it does not become more. */
export type Left = { quota: Quota; most: number; seconds: number }

/**
 * @param asked when each that counts was asked for, the newest first; those beyond the quota need not be
 * there
 */
export function leftOf(quota: Quota, asked: readonly Date[], now: Date): Left {
  const counted = asked.slice(0, quota.most)
  const first = counted.at(-1) ?? now
  const freeMs = first.getTime() + quota.seconds * SECOND_MS - now.getTime()
  return { quota, most: quota.most - counted.length, seconds: Math.ceil(freeMs / SECOND_MS) }
}

/** The response headers about a quota (draft-ietf-httpapi-ratelimit-headers-11). */
export function rateLimitHeaders({ quota, most, seconds }: Left): Record<string, string> {
  const item = (parameters: Record<string, number>) =>
    serializeList([[quota.name, new Map(Object.entries(parameters))]])
  return {
    'RateLimit-Policy': item({ q: quota.most, w: quota.seconds }),
    RateLimit: item({ r: most, t: seconds }),
  }
}
