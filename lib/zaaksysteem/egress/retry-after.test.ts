import { expect, test } from 'vitest'
import { retryAfter } from './retry-after.ts'

const NOW = new Date('2026-11-25T09:00:00.500Z')
const read = (value: string | string[]) => retryAfter({ 'retry-after': value } as never, NOW)?.toISOString() ?? null

test.each([
  ['0', '2026-11-25T09:00:00.500Z'],
  ['120', '2026-11-25T09:02:00.500Z'],
  ['Wed, 25 Nov 2026 09:10:00 GMT', '2026-11-25T09:10:00.000Z'],
])('%s delays until then', (value, at) => {
  expect(read(value)).toBe(at)
})

test.each(['Wed, 25 Nov 2026 08:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'])('%s has passed: now', (value) => {
  expect(read(value)).toBe(NOW.toISOString())
})

test.each(['86401', '9'.repeat(400), 'Fri, 27 Nov 2026 09:00:00 GMT'])('%s is cut to 24 hours', (value) => {
  expect(read(value)).toBe('2026-11-26T09:00:00.500Z')
})

test.each([
  '',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '٣',
  'soon',
  'Invalid Date',
  '2026-11-25T09:10:00Z',
  'Tue, 25 Nov 2026 09:10:00 GMT',
  'Mon, 30 Feb 2026 09:10:00 GMT',
  'Wed, 25 Nov 2026 09:10:00 CET',
  'Wednesday, 25-Nov-26 09:10:00 GMT',
  'Wed Nov 25 09:10:00 2026',
])('"%s" is ignored', (value) => {
  expect(read(value)).toBeNull()
})

test('no header, or two of them, delays nothing', () => {
  expect(retryAfter({}, NOW)).toBeNull()
  expect(read(['10', '20'])).toBeNull()
})
