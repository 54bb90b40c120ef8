import { setTimeout as delay } from 'node:timers/promises'

/** Where behaviour depends on time, the time is passed in; tests freeze it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/**
 * Resolves after so many milliseconds, or as soon as `until` aborts. Passed in like the time: beside a frozen clock a real
 * timer would make a test slow or a race.
 */
export type Wait = (ms: number, until?: AbortSignal) => Promise<void>

export const systemWait: Wait = (ms, until) => delay(ms, undefined, { signal: until }).catch(() => {})
