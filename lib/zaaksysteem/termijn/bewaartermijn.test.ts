import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addToDate } from '#lib/platform/calendar.ts'
import { laatsteEinddatum } from './bewaartermijn.ts'

test.each([
  ['an ordinary day', '2031-05-03', 'P5Y', '2026-05-03'],
  ['28 February after a leap year, when two days are over', '2029-02-28', 'P1Y', '2028-02-29'],
  ['28 February of four years later than a leap day: that is over tomorrow', '2032-02-28', 'P4Y', '2028-02-28'],
  ['29 February, after an ordinary year', '2032-02-29', 'P5Y', '2027-02-28'],
  ['29 February, after a leap year', '2032-02-29', 'P4Y', '2028-02-29'],
  ['1 March after a leap day', '2029-03-01', 'P1Y', '2028-03-01'],
  ['New Year', '2036-01-01', 'P10Y', '2026-01-01'],
  ['28 February of a century without a leap day', '2100-02-28', 'P4Y', '2096-02-29'],
])('on %s, the newest einddatum whose bewaartermijn is over', (_, today, bewaartermijn, einddatum) => {
  expect(laatsteEinddatum(today, bewaartermijn)).toBe(einddatum)
})

test('on every day of eight years it returns the newest day whose bewaartermijn is over', () => {
  const first = Temporal.PlainDate.from('2027-01-01')
  for (let day = 0; day < 8 * 366; day++) {
    const today = first.add({ days: day }).toString()
    for (const bewaartermijn of ['P1Y', 'P4Y', 'P5Y']) {
      const last = laatsteEinddatum(today, bewaartermijn)
      expect(addToDate(last, bewaartermijn) <= today).toBe(true)
      expect(addToDate(addToDate(last, 'P1D'), bewaartermijn) > today).toBe(true)
    }
  }
})
