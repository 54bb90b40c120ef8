import { expect, test } from 'vitest'
import { createTurns } from './page-admission.ts'

/** The CPU use of a process in a turn of half a second. */
type Turn = { wallMs?: number; busyMs?: number; cpuMs: number }

function arrange() {
  const used = { wallMs: 0, busyMs: 0, cpuMs: 0 }
  const turns = createTurns(() => ({ ...used }))
  return (times: number, { wallMs = 500, busyMs = wallMs, cpuMs }: Turn) => {
    for (let time = 0; time < times; time += 1) {
      used.wallMs += wallMs
      used.busyMs += busyMs
      used.cpuMs += cpuMs
      turns.turn()
    }
    return turns.isStarved()
  }
}

test('a busy process that gets hardly any CPU in five turns is starved until it gets more', () => {
  const isStarvedAfter = arrange()
  expect(isStarvedAfter(4, { cpuMs: 25 })).toBe(false)
  expect(isStarvedAfter(1, { cpuMs: 25 })).toBe(true)
  expect(isStarvedAfter(1, { wallMs: 4_000, cpuMs: 200 })).toBe(true)
  expect(isStarvedAfter(1, { cpuMs: 250 })).toBe(false)
})

test.each<[string, number, Turn]>([
  ['has little to do', 20, { busyMs: 50, cpuMs: 2 }],
  ['is alone on the machine', 20, { cpuMs: 500 }],
  ['shares the machine with three others', 20, { cpuMs: 125 }],
  ['halts once for 30 seconds', 1, { wallMs: 30_000, cpuMs: 1_000 }],
])('a process that %s is not starved', (_, times, turn) => {
  expect(arrange()(times, turn)).toBe(false)
})
