import { setTimeout as delay } from 'node:timers/promises'

/** Passed in wherever behaviour depends on the time, so that tests can freeze it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/**
 * Resolves after `ms` milliseconds, or as soon as `until` aborts. Passed in like the clock: a test that
 * freezes the clock would otherwise wait for a real timer, or race with it.
 */
export type Wait = (ms: number, until?: AbortSignal) => Promise<void>

export const systemWait: Wait = (ms, until) => delay(ms, undefined, { signal: until }).catch(() => {})
