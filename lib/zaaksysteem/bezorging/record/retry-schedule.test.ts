import { expect, test } from 'vitest'
import { MAX_POGINGEN, nextPogingAt } from './poging.ts'

const NOW = new Date('2026-11-25T09:00:00Z')

function delayS(pogingen: number, { random = 0.5, schema = [] as number[], retryAfterS = -1 } = {}) {
  const retryAfter = retryAfterS < 0 ? null : new Date(NOW.getTime() + retryAfterS * 1000)
  const at = nextPogingAt({ pogingen, schema, retryAfter, now: NOW, random })
  return at && (at.getTime() - NOW.getTime()) / 1000
}

test('attempts follow the Standard Webhooks schedule, ten in all', () => {
  const delays = Array.from({ length: MAX_POGINGEN }, (_, index) => delayS(index + 1))
  expect(delays).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, undefined])
})

test('jitter moves an attempt by at most a fifth, both ways', () => {
  expect(delayS(2, { random: 0 })).toBe(240)
  expect(delayS(2, { random: 0.75 })).toBe(330)
  expect(delayS(2, { random: 0.999999 })).toBeLessThanOrEqual(360)
})

test('an abonnement can have a schedule of its own', () => {
  expect([1, 2, 3].map((pogingen) => delayS(pogingen, { schema: [10, 60] }))).toEqual([10, 60, undefined])
})

test('Retry-After delays an attempt, never hastens one, and adds none', () => {
  expect(delayS(1, { retryAfterS: 120, random: 0 })).toBe(120)
  expect(delayS(2, { retryAfterS: 120 })).toBe(300)
  expect(delayS(MAX_POGINGEN, { retryAfterS: 120 })).toBeUndefined()
})

test('attempts that wait for the same Retry-After are spread over the fifth of that time after it', () => {
  const delays = [0, 0.25, 0.5, 0.999999].map((random) => delayS(1, { retryAfterS: 100, random }))
  expect(delays).toEqual([100, 105, 110, 120])
})
