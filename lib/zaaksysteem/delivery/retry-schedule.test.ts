import { expect, test } from 'vitest'
import { MAX_ATTEMPTS, nextAttemptAt } from './retry-schedule.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const delayS = (attempts: number, random = 0.5) => {
  const at = nextAttemptAt({ attempts, now: NOW, random })
  return at && (at.getTime() - NOW.getTime()) / 1000
}

test('attempts follow the Standard Webhooks schedule, ten in all', () => {
  const delays = Array.from({ length: MAX_ATTEMPTS }, (_, index) => delayS(index + 1))
  expect(delays).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, undefined])
})

test('jitter moves an attempt by at most a fifth, both ways', () => {
  expect(delayS(2, 0)).toBe(240)
  expect(delayS(2, 0.75)).toBe(330)
  expect(delayS(2, 0.999999)).toBeLessThanOrEqual(360)
})
