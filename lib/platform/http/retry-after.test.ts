import { expect, test } from 'vitest'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { retryAfter } from './retry-after.ts'

const NOW = new Date('2026-11-25T09:00:00.500Z')
const read = (value: string | string[]) => retryAfter({ 'retry-after': value } as never, NOW)?.toISOString() ?? null

test.each([
  ['0', '2026-11-25T09:00:00.500Z'],
  ['120', '2026-11-25T09:02:00.500Z'],
  ['Wed, 25 Nov 2026 09:10:00 GMT', '2026-11-25T09:10:00.000Z'],
  ['Wednesday, 25-Nov-26 09:10:00 GMT', '2026-11-25T09:10:00.000Z'],
  ['Wed Nov 25 09:10:00 2026', '2026-11-25T09:10:00.000Z'],
  [' \t120 \t ', '2026-11-25T09:02:00.500Z'],
  ['Wed, 25 Nov 2026 09:10:00 GMT  ', '2026-11-25T09:10:00.000Z'],
])('%s delays until then', (value, at) => {
  expect(read(value)).toBe(at)
})

// A year of two digits that would be more than 50 years ahead is in the past (RFC 9110 section 5.6.7).
test.each([
  'Wed, 25 Nov 2026 08:59:59 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Friday, 26-Nov-76 09:00:00 GMT',
  'Saturday, 27-Nov-76 09:00:00 GMT',
  'Sun Nov  6 08:49:37 1994',
])('%s has passed, so there is no delay', (value) => {
  expect(read(value)).toBe(NOW.toISOString())
})

test.each([
  '86401',
  '9'.repeat(400),
  'Fri, 27 Nov 2026 09:00:00 GMT',
  'Friday, 27-Nov-26 09:00:00 GMT',
  'Wednesday, 25-Nov-76 08:59:59 GMT',
  'Thu Jan  1 00:00:00 2099',
])('%s is cut to 24 hours', (value) => {
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
  'Wednesday, 25-Nov-26 09:10:00 CET',
  'Tuesday, 25-Nov-26 09:10:00 GMT',
  'Wed, 25-Nov-26 09:10:00 GMT',
  'Wednesday, 25 Nov 26 09:10:00 GMT',
  'wednesday, 25-nov-26 09:10:00 gmt',
  'Monday, 30-Feb-26 09:10:00 GMT',
  'Wed Nov 25 09:10:00 2026 GMT',
  'Tue Nov 25 09:10:00 2026',
  'Mon Nov 9 09:10:00 2026',
  'Wed Nov 25 24:10:00 2026',
  '10, 20',
])('"%s" is ignored', (value) => {
  expect(read(value)).toBeNull()
})

test('without the header there is no delay', () => {
  expect(retryAfter({}, NOW)).toBeNull()
})

test('the longest delay of several headers counts', () => {
  expect(read(['10', '20', 'soon'])).toBe('2026-11-25T09:00:20.500Z')
  expect(read(['Wed, 25 Nov 2026 09:10:00 GMT', '20'])).toBe('2026-11-25T09:10:00.000Z')
  expect(read(['soon', ''])).toBeNull()
})

test('every value is read in linear time', async () => {
  const length = 250_000
  const texts = [
    ...worstTexts(length),
    `${'1'.repeat(length)}x`,
    `x${' '.repeat(length)}x`,
    `Mon${'day'.repeat(length / 3)}`,
    `Wed, ${'1'.repeat(length)} GMT`,
    'Wed Nov 25 09:10:00 2026'.repeat(length / 24),
  ]
  await expectLinear(read, { ordinary: '1'.repeat(length), texts })
})
