import { expect, test } from 'vitest'
import { createTurns } from './starvation.ts'

function arrange() {
  let now = 0
  const turns = createTurns(() => now)
  return {
    turnsAfter(...waits: number[]) {
      for (const ms of waits) {
        now += ms
        turns.turn()
      }
      return turns.isStarved()
    },
  }
}

test('a process whose turns all come late is starved, until one comes in time', () => {
  const { turnsAfter } = arrange()
  expect(turnsAfter(500, 600, 1_600, 3_000, 2_000, 1_700)).toBe(false)
  expect(turnsAfter(1_700)).toBe(true)
  expect(turnsAfter(9_000)).toBe(true)
  expect(turnsAfter(700)).toBe(false)
})

test('one long halt, as of a page that loads for the first time, is no starvation', () => {
  const { turnsAfter } = arrange()
  expect(turnsAfter(500, 30_000)).toBe(false)
  expect(turnsAfter(500, 30_000)).toBe(false)
})
