import { expect, test } from 'vitest'
import { duurklasse } from '../../bezorging/record/duur.ts'
import { durenOf } from '../bezorgingen/test-bezorging.ts'
import { p95Ms } from './find-statistiek.ts'

test.each([
  ['without attempts there is none', {}, null],
  ['one attempt is its own p95', { 42: 1 }, 50],
  ['19 of 20 is exactly 95 %', { 3: 19, 9000: 1 }, 5],
  ['18 of 19 is less', { 3: 18, 9000: 1 }, 10_000],
  ['no attempt takes longer than 15 seconds', { 14000: 4 }, 15_000],
  ['it says how long at most', { 10: 94, 11: 1, 4000: 5 }, 25],
])('%s', (_, pogingenByMs, expected) => {
  expect(p95Ms(durenOf(pogingenByMs))).toBe(expected)
})

test('a duration on a bound lies in the class below it, as p95 takes it to', () => {
  expect(p95Ms(durenOf({ 250: 1 }))).toBe(250)
  expect(duurklasse(251)).toBe(duurklasse(250) + 1)
})
