import { v7 } from 'uuid'

export const DAY_MS = 24 * 60 * 60 * 1000
const OFFICE_SECONDS = 7 * 60 * 60

/** Repeatable random choices: the same seed gives the same data. */
export type Random = ReturnType<typeof createRandom>

export function createRandom(seed: number) {
  let state = seed

  /** Returns a number from 0 up to 1 (mulberry32). */
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const between = (low: number, high: number) => low + fraction() * (high - low)
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(between(0, 256)))
  const hex = (length: number) => Buffer.from(bytes(length)).toString('hex')

  return {
    between,
    chance: (probability: number) => fraction() < probability,
    pick: <T>(from: readonly T[]): T => from[Math.floor(between(0, from.length))] as T,
    uuid: (at: Date) => v7({ msecs: at.getTime(), random: bytes(16) }),
    traceparent: () => `00-${hex(16)}-${hex(8)}-01`,
  }
}

export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS)
}

/** Returns a moment during office hours on that day, or on the Friday before when it falls in a weekend. */
export function duringOfficeHours(random: Random, day: Date): Date {
  const daysSinceFriday = (day.getUTCDay() + 2) % 7
  const moment = daysAfter(day, daysSinceFriday <= 2 ? -daysSinceFriday : 0)
  moment.setUTCHours(8, 0, Math.floor(random.between(0, OFFICE_SECONDS)), 0)
  return moment
}
