import { SECOND_MS } from '../durations.ts'
import { perProcess } from '../once.ts'

const TURN_MS = SECOND_MS / 2
/** A turn that comes later than this had no processor to run on, or found the process busy. */
const LATE_MS = SECOND_MS
/** A page that loads for the first time, or a collection of the heap, makes one turn late. */
const LATE_TURNS = 5

/**
 * Measures by how much turns of the event loop are late: a process is starved while the last of them all were, so that
 * what it would begin now, which takes tens of turns, would end after its client gave up.
 *
 * @param now in milliseconds
 */
export function createTurns(now: () => number = () => performance.now()) {
  let last = now()
  let lateTurns = 0
  const isLate = () => now() - last > TURN_MS + LATE_MS
  return {
    turn() {
      lateTurns = isLate() ? lateTurns + 1 : 0
      last = now()
    },
    isStarved: () => lateTurns >= LATE_TURNS,
  }
}

/** True while this process is starved. */
export function isStarved(): boolean {
  const turns = perProcess('turns', () => {
    const made = createTurns()
    setInterval(made.turn, TURN_MS).unref()
    return made
  })
  return turns.isStarved()
}
