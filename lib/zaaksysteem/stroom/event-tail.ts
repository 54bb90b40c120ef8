import { setImmediate } from 'node:timers/promises'
import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import { choose, type Selectie } from './gebeurtenissen-query.ts'
import { type Gelezen, readGebeurtenissen } from './read-gebeurtenissen.ts'

/** The size of one read from the database, and of one piece for a reader. */
const PIECE = { limiet: 250, maxBytes: 1024 * 1024 }
/** The number of newest events that stay in memory for readers that are slightly behind. */
const KEPT = 1_000
/**
 * From this many events behind, the tail skips to the end: reading them all would take longer than serving
 * the few readers that need them.
 */
const FAR = 5_000
/** The most connections of the pool that readers far behind use at once. */
const READS_AT_ONCE = 2
/** The number of readers that are woken in one turn of the event loop. */
const WOKEN_AT_ONCE = 50

/** The newest events, read once for all readers of this process. */
export type EventTail = {
  /** runs database reads for readers, a few at a time, so that connections stay free for others */
  inTurn<T>(read: () => Promise<T>): Promise<T>
  /** the next events after `position`: from memory when they are there, else from the database */
  after(position: number): Promise<Gelezen>
  /** resolves when there may be more after `position`, or when `signal` aborts */
  grown(position: number, signal: AbortSignal): Promise<void>
  /** reads new events, if any reader waits */
  look(): Promise<void>
}

/** The tail reads only for a reader that asks, and at `look` while a reader waits. */
export function createEventTail(ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'log'>): EventTail {
  const waiting = new Set<() => void>()
  const inTurn = createPlaces(READS_AT_ONCE)
  /** contiguous, up to and with `end`, which is unknown before the first look */
  let kept: Gebeurtenis[] = []
  let end: number | undefined
  let looking: Promise<void> | undefined
  let isRung = false

  /** @returns true when there is more */
  async function read(): Promise<boolean> {
    const vanaf = end ?? 0
    const { gebeurtenissen, hoogsteSequence } = await readGebeurtenissen(ctx, { vanaf, ...PIECE })
    if (hoogsteSequence === end) return false
    // The tail continues beyond purged events. A reader that needs the events in between reads them itself.
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
        // The bell was rung while no reader waited.
        if (isRung) void look()
      })
    },
    look,
  }
}

/** Limits concurrency: runs at most `count` functions at once, and the others in order of arrival. */
function createPlaces(count: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = count

  return async (run) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/**
 * The next matching events, perhaps none, and the sequence up to which the reader then has all of its events.
 */
export type Stuk = { gewenst: Gebeurtenis[]; tot: number }

/**
 * Yields all matching events after `vanaf`, in order and each once, until `signal` aborts or reading cannot
 * continue. A reader pulls the next ones when it has passed on the last ones. A slow reader therefore delays
 * nobody, and needs no memory but its position.
 */
export async function* followGebeurtenissen(
  tail: Pick<EventTail, 'after' | 'grown'>,
  { vanaf, selectie, signal }: { vanaf: number; selectie: Selectie; signal: AbortSignal },
): AsyncGenerator<Stuk, StroomClose | undefined> {
  let position = vanaf
  while (!signal.aborted) {
    const gelezen = await tail.after(position)
    if (gelezen.hoogsteSequence < position) return 'sequence_unknown'
    const { gewenst, tot, isPurged } = choose(selectie, position, gelezen)
    const hasMoved = tot > position
    position = tot
    if (hasMoved) yield { gewenst, tot }
    if (isPurged) return 'events_purged'
    if (!hasMoved) await tail.grown(position, signal)
  }
  return undefined
}
