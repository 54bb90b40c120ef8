import { setTimeout } from 'node:timers/promises'

/** Where behaviour depends on time, the time is passed in; tests freeze it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Where it waits by itself, so is the waiting: beside a frozen clock a real timer would make a test slow or a race. */
export type Wait = (ms: number) => Promise<void>

export const systemWait: Wait = (ms) => setTimeout(ms)
