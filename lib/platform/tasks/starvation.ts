import { performance } from 'node:perf_hooks'
import { SECOND_MS } from '../durations.ts'
import { perProcess } from '../once.ts'

const TURN_MS = SECOND_MS / 2
/** The fraction of a turn that the event loop of a busy process works. */
const BUSY = 0.9
/** With a smaller share of a processor, half a second of work takes more than four seconds. */
const LEAST_SHARE = 1 / 8
/** More turns than a garbage collection or the first load of a page takes, which is one or two. */
const STARVED_TURNS = 5

/** Totals of the process: elapsed time, busy time of its event loop, and CPU time. */
type Used = { wallMs: number; busyMs: number; cpuMs: number }

/**
 * Compares the busy time of the event loop with the CPU time. A process is starved when it was busy but got
 * hardly any CPU in each of its last turns. Late timers are no sign: the scheduler of Linux favours a process
 * that slept.
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

/** Returns the turns of this process, measured from the first call on. */
export function turns(): Pick<ReturnType<typeof createTurns>, 'isBusy' | 'isStarved'> {
  return perProcess('turns', () => {
    const made = createTurns(readUsed)
    setInterval(made.turn, TURN_MS).unref()
    return made
  })
}
