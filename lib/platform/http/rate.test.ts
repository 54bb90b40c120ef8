import { expect, test } from 'vitest'
import { SECOND_MS } from '../durations.ts'
import { type Spent, spend } from './rate.ts'

const RATE = { perMinute: 6, burstMs: 30 * SECOND_MS }
const START = new Date('2026-11-25T09:00:00Z')
const after = (seconds: number) => new Date(START.getTime() + seconds * SECOND_MS)

function spendAll(spent: Spent, { key = 'a', now = START, times = 1 } = {}) {
  return Array.from({ length: times }, () => spend(spent, { key, rate: RATE, now }))
}

test('after a pause a burst is allowed, then one request per interval, and a refusal says when', () => {
  const spent: Spent = new Map()
  expect(spendAll(spent, { times: 4 })).toEqual([
    { ok: true },
    { ok: true },
    { ok: true },
    { ok: false, retryAfterSeconds: 10 },
  ])
  expect(spendAll(spent, { now: after(10), times: 2 }).map(({ ok }) => ok)).toEqual([true, false])
  expect(spendAll(spent, { now: after(90), times: 4 }).map(({ ok }) => ok)).toEqual([true, true, true, false])
})

test('each key has its own rate, and a refused request does not count', () => {
  const spent: Spent = new Map()
  expect(spendAll(spent, { times: 6 }).at(-1)).toEqual({ ok: false, retryAfterSeconds: 10 })
  expect(spendAll(spent, { key: 'b' })).toEqual([{ ok: true }])
})

test('after the clock is set back no wait is longer than a burst', () => {
  const spent: Spent = new Map()
  spendAll(spent, { now: after(3_600), times: 4 })
  expect(spendAll(spent)).toEqual([{ ok: true }])
})

test('with too many keys the least recently counted ones are forgotten', () => {
  const spent: Spent = new Map()
  for (const key of ['old', 'used']) spendAll(spent, { key, times: 3 })
  for (let count = 0; count < 9_998; count++) spendAll(spent, { key: String(count) })
  spendAll(spent, { key: 'used', now: after(10) })
  spendAll(spent, { key: 'one more' })
  expect(spent.size).toBe(10_000)
  expect(spent.has('old')).toBe(false)
  expect(spendAll(spent, { key: 'used', now: after(10) })).toMatchObject([{ ok: false }])
})
