import { setImmediate } from 'node:timers/promises'
import { createPlaces } from '#lib/platform/tasks/places.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import { type Gelezen, readGebeurtenissen } from './read-gebeurtenissen.ts'

/** What one read takes from the database, and what a reader gets at a time. */
const PIECE = { limiet: 250, maxBytes: 1024 * 1024 }
/** How many of the newest events are kept for readers that are a little behind. */
const KEPT = 1_000
/**
 * How many events behind, after a rest, the tail begins anew: reading on would take longer than what its readers still
 * need.
 */
const FAR = 5_000
/** How many connections of the pool readers that are far behind use at once. */
const READS_AT_ONCE = 2
/** How many readers go on before the process does anything else. */
const WOKEN_AT_ONCE = 50

/** The newest events, read once for all readers of this process. */
export type EventTail = {
  /** runs what reads the database for readers, a few at a time, so that the others have connections too */
  inTurn<T>(read: () => Promise<T>): Promise<T>
  /** the next events after `position`: from memory when they are there, else from the database */
  after(position: number): Promise<Gelezen>
  /** resolves when there may be more after `position`, or when `signal` aborts */
  grown(position: number, signal: AbortSignal): Promise<void>
  /** reads what is new, if anybody waits for it */
  look(): Promise<void>
}

/** The tail reads only for a reader that asks, and at `look` while a reader waits. */
export function createEventTail(ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'log'>): EventTail {
  const waiting = new Set<() => void>()
  const inTurn = createPlaces(READS_AT_ONCE)
  /** without a hole, up to and with `end`, which is not known before the first look */
  let kept: Gebeurtenis[] = []
  let end: number | undefined
  let looking: Promise<void> | undefined
  let isRung = false

  /** @returns whether there is more */
  async function read(): Promise<boolean> {
    const vanaf = end ?? 0
    const { gebeurtenissen, hoogsteSequence } = await readGebeurtenissen(ctx, { vanaf, ...PIECE })
    if (hoogsteSequence === end) return false
    // The tail moves on, also beyond what is no longer there. Who needs what lies between reads it for itself.
    const last = hoogsteSequence > vanaf + FAR ? undefined : gebeurtenissen.at(-1)
    kept = last ? [...kept, ...gebeurtenissen].slice(-KEPT) : []
    end = last?.sequence ?? hoogsteSequence
    await wake()
    return end < hoogsteSequence
  }

  async function wake() {
    const woken = [...waiting]
    for (let first = 0; first < woken.length; first += WOKEN_AT_ONCE) {
      for (const resume of woken.slice(first, first + WOKEN_AT_ONCE)) resume()
      await setImmediate()
    }
  }

  async function lookWhileRung() {
    while (isRung && waiting.size > 0) {
      isRung = false
      if (await read()) isRung = true
    }
  }

  function look(): Promise<void> {
    isRung = true
    looking ??= lookWhileRung()
      .catch((err) => ctx.log.error({ err }, 'New events could not be read; trying again'))
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  return {
    inTurn,
    async after(position) {
      if (end === undefined || position > end || position < end - kept.length) {
        return inTurn(() => readGebeurtenissen(ctx, { vanaf: position, ...PIECE }))
      }
      const first = kept.length - (end - position)
      return { gebeurtenissen: kept.slice(first, first + PIECE.limiet), hoogsteSequence: end }
    },
    grown(position, signal) {
      if (signal.aborted || (end ?? 0) > position) return Promise.resolve()
      return new Promise((resolve) => {
        function resume() {
          waiting.delete(resume)
          signal.removeEventListener('abort', resume)
          resolve()
        }
        waiting.add(resume)
        signal.addEventListener('abort', resume)
        // The bell was rung while nobody waited.
        if (isRung) void look()
      })
    },
    look,
  }
}
