import { expect, test } from 'vitest'
import { createBrake } from './run-worker.ts'

const claimed = { id: '1', herhaling: false, hervat: true }

test('one bezorging is resent at most twenty times a minute, and does not hold up others', () => {
  let nowMs = 0
  const brake = createBrake({ nowMs: () => nowMs })
  expect(brake.allows({ ...claimed, hervat: false })).toBe(true)
  for (let i = 0; i < 20; i++) expect(brake.allows(claimed)).toBe(true)
  for (let i = 0; i < 400; i++) expect(brake.allows({ ...claimed, herhaling: i % 2 === 0 })).toBe(false)
  expect(brake.allows({ ...claimed, id: '2' })).toBe(true)
  nowMs = 60_000
  expect(brake.allows(claimed)).toBe(true)
})
