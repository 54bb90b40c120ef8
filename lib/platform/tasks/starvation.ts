import { performance } from 'node:perf_hooks'
import { SECOND_MS } from '../durations.ts'
import { perProcess } from '../once.ts'

const TURN_MS = SECOND_MS / 2
/** A process that waits for nothing else has so much to do. */
const BUSY = 0.9
/** With less of a processor, what takes half a second takes more than four. */
const LEAST_SHARE = 1 / 8
/** A collection of the heap, or a page that loads for the first time, takes one or two. */
const STARVED_TURNS = 5

/**
 * Since the process began, in milliseconds: by the clock, what its event loop was busy, and what it had of a
 * processor.
 */
type Used = { wallMs: number; busyMs: number; cpuMs: number }

/**
 * Compares what the event loop was busy with what it got of a processor. A process is starved when it had
 * work all the time and got hardly any in each of its last turns. How late its timers are does not tell: the
 * scheduler of Linux lets a process that slept go first.
 */
export function createTurns(read: () => Used) {
  let last = read()
  let isBusy = false
  let starvedTurns = 0
  return {
    turn() {
      const now = read()
      const busyMs = now.busyMs - last.busyMs
      isBusy = busyMs > BUSY * (now.wallMs - last.wallMs)
      starvedTurns = isBusy && now.cpuMs - last.cpuMs < LEAST_SHARE * busyMs ? starvedTurns + 1 : 0
      last = now
    },
    isBusy: () => isBusy,
    isStarved: () => starvedTurns >= STARVED_TURNS,
  }
}

function readUsed(): Used {
  const { user, system } = process.cpuUsage()
  return {
    wallMs: performance.now(),
    busyMs: performance.eventLoopUtilization().active,
    cpuMs: (user + system) / 1_000,
  }
}

/** Tells whether this process is busy and whether it is starved; it measures from the first call on. */
export function turns(): Pick<ReturnType<typeof createTurns>, 'isBusy' | 'isStarved'> {
  return perProcess('turns', () => {
    const made = createTurns(readUsed)
    setInterval(made.turn, TURN_MS).unref()
    return made
  })
}
