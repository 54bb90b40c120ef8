import { expect, test } from 'vitest'
import { verwachteDag } from './promised-datums.ts'

test.each([
  ['a working day', '2026-12-17', '2027-01-05', '2026-12-17'],
  ['a Sunday', '2026-12-20', '2027-01-05', '2026-12-21'],
  ['Christmas, before a weekend', '2026-12-25', '2027-01-05', '2026-12-28'],
  ['New Year, before a weekend', '2027-01-01', '2027-01-05', '2027-01-04'],
  ['the last day itself, on a Saturday that no law moves', '2027-01-09', '2027-01-09', '2027-01-08'],
  ['a Sunday after the last day, told because it is late', '2027-01-17', '2027-01-09', '2027-01-18'],
])('%s: a besluit is expected on a working day', (_, einddatumGepland, uiterlijkeEinddatumAfdoening, day) => {
  expect(verwachteDag({ einddatumGepland, uiterlijkeEinddatumAfdoening }, '2026-12-01')).toBe(day)
})

test('an expected day that has passed is no longer expected', () => {
  const zaak = { einddatumGepland: '2026-12-20', uiterlijkeEinddatumAfdoening: '2027-01-05' }
  expect(verwachteDag(zaak, '2026-12-21')).toBe('2026-12-21')
  expect(verwachteDag(zaak, '2026-12-22')).toBeNull()
})
