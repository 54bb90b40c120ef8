import { expect, test } from 'vitest'
import { formatDatetimeLocal, parseDatetimeLocal } from './datetime-local.ts'

test.each([
  ['2026-11-25T14:03', '2026-11-25T13:03:00.000Z'],
  ['2026-07-01T14:03:20', '2026-07-01T12:03:20.000Z'],
  // This hour occurs twice when clocks go back. The first one counts, so that herstel skips nothing.
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('%s on the clock in the Netherlands is %s', (text, instant) => {
  expect(parseDatetimeLocal(text)?.toISOString()).toBe(instant)
})

test.each(['', 'gisteren', '2026-13-01T00:00', '25-11-2026 14:03'])('%j is no time', (text) => {
  expect(parseDatetimeLocal(text)).toBeUndefined()
})

test('a time is rounded down to the minute', () => {
  expect(formatDatetimeLocal(new Date('2026-11-25T13:03:59Z'))).toBe('2026-11-25T14:03')
})
