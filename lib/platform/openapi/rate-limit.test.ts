import { parseList } from 'structured-headers'
import { expect, test } from 'vitest'
import { leftOf, rateLimitHeaders } from './rate-limit.ts'

const QUOTA = { name: 'pogingen', most: 3, seconds: 60 }
const NOW = new Date('2026-11-25T10:00:00Z')
const ago = (...seconds: number[]) => seconds.map((each) => new Date(NOW.getTime() - each * 1000))

test.each([
  ['there were no requests', [], { most: 3, seconds: 60 }],
  ['some of the quota is used', [0, 20], { most: 1, seconds: 40 }],
  ['all of the quota is used', [1, 20, 59.5], { most: 0, seconds: 1 }],
  ['there were more requests than the quota has', [1, 2, 20, 59], { most: 0, seconds: 40 }],
])('when %s, the remaining quota and the wait are as expected', (_, asked, left) => {
  expect(leftOf(QUOTA, ago(...asked), NOW)).toEqual({ quota: QUOTA, ...left })
})

test('the headers are lists of structured fields', () => {
  const headers = rateLimitHeaders({ quota: QUOTA, most: 1, seconds: 40 })
  expect(headers).toEqual({ 'RateLimit-Policy': '"pogingen";q=3;w=60', RateLimit: '"pogingen";r=1;t=40' })
  for (const value of Object.values(headers)) expect(parseList(value)).toHaveLength(1)
})
