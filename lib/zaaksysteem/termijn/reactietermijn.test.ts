import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isVrijeDag } from '#lib/platform/feestdagen.ts'
import { laatsteReactiedag } from './reactietermijn.ts'

const laatsteBezwaardag = (bekendmakingsdatum: string) =>
  laatsteReactiedag({ rechtsmiddel: 'bezwaar', bekendmakingsdatum, terinzagedatum: null }) as string

test.each([
  ['an ordinary Monday', '2026-01-05', '2026-02-16'],
  ['over 28 February', '2026-01-28', '2026-03-11'],
  ['over 29 February', '2028-01-28', '2028-03-10'],
  ['over the turn of the year', '2026-12-01', '2027-01-12'],
  ['over the begin of summer time, on 28 March', '2027-03-01', '2027-04-12'],
  ['over the end of summer time, on 25 October', '2026-10-05', '2026-11-16'],
  ['ends on a Saturday: on the Monday after', '2026-01-10', '2026-02-23'],
  ['ends on a Sunday: on the Monday after', '2026-01-11', '2026-02-23'],
  ['ends on New Year’s Day, a Friday: on the Monday after', '2026-11-20', '2027-01-04'],
  ['ends on Good Friday 2026: on the Tuesday after Easter', '2026-02-20', '2026-04-07'],
  ['ends on Easter Monday 2026', '2026-02-23', '2026-04-07'],
  ['ends on King’s Day 2026, a Monday', '2026-03-16', '2026-04-28'],
  ['ends on 26 April 2025, the Saturday of King’s Day: on the Monday after', '2025-03-15', '2025-04-28'],
  ['ends on Liberation Day 2026, a Tuesday', '2026-03-24', '2026-05-06'],
  ['ends on Ascension Day 2026: on the Monday, as the Friday is equated with a holiday', '2026-04-02', '2026-05-18'],
  ['ends on the Friday after Ascension Day 2026', '2026-04-03', '2026-05-18'],
  ['ends on the Friday after Ascension Day 2027', '2027-03-26', '2027-05-10'],
  ['ends on the Friday after King’s Day 2028, a Thursday', '2028-03-17', '2028-05-01'],
  ['ends on the Friday after Ascension Day 2028', '2028-04-14', '2028-05-29'],
  ['ends on the Friday after New Year’s Day 2026', '2025-11-21', '2026-01-05'],
  ['ends on the Friday after Christmas 2024', '2024-11-15', '2024-12-30'],
  ['ends on Whit Monday 2026', '2026-04-13', '2026-05-26'],
  ['ends on Christmas Day 2026, a Friday, with the weekend after: on the Monday', '2026-11-13', '2026-12-28'],
  ['ends on Christmas Day 2025, a Thursday: on the Monday after', '2025-11-13', '2025-12-29'],
  ['Ascension Day on 5 May', '2016-03-24', '2016-05-06'],
])('a decision made known on a day whose term %s', (_, bekendgemaakt, laatste) => {
  expect(laatsteBezwaardag(bekendgemaakt)).toBe(laatste)
})

test.each([
  ['Awb 6:8 lid 4: from the day after it was laid ter inzage, a Thursday', '2026-11-24', '2026-11-26', '2027-01-07'],
  ['Awb 6:8 lid 4: laid ter inzage before it was made known', '2026-11-24', '2026-11-19', '2026-12-31'],
  ['Awb 6:8 lid 4, Atw 1: ends on New Year’s Day', '2026-11-24', '2026-11-20', '2027-01-04'],
  ['Awb 6:8 lid 4, Atw 1: ends on Good Friday', '2026-02-19', '2026-02-20', '2026-04-07'],
  ['Awb 6:8 lid 4, Atw 3 lid 3: ends on the Friday after Ascension Day', '2026-04-02', '2026-04-03', '2026-05-18'],
  ['Awb 6:8 lid 1: not laid ter inzage', '2026-11-24', null, '2027-01-05'],
])('the last day for beroep. %s', (_, bekendmakingsdatum, terinzagedatum, laatste) => {
  expect(laatsteReactiedag({ rechtsmiddel: 'beroep', bekendmakingsdatum, terinzagedatum })).toBe(laatste)
  const without = { rechtsmiddel: 'geen', bekendmakingsdatum, terinzagedatum } as const
  expect(laatsteReactiedag(without)).toBeNull()
})

/** The holidays of 2026 in the list, without 26 December, which is a Saturday. */
const FEESTDAGEN_2026 = [
  '2026-01-01',
  '2026-01-02',
  '2026-04-03',
  '2026-04-06',
  '2026-04-27',
  '2026-05-05',
  '2026-05-14',
  '2026-05-15',
  '2026-05-25',
  '2026-12-25',
]

test('the holidays of 2026 on weekdays are exactly those of the law and of its besluit', () => {
  const days = Array.from({ length: 365 }, (_, index) => Temporal.PlainDate.from('2026-01-01').add({ days: index }))
  const weekdays = days.filter((day) => day.dayOfWeek <= 5).map(String)
  expect(weekdays.filter(isVrijeDag)).toEqual(FEESTDAGEN_2026)
})

test('for twenty years each term ends on the first working day on or after its counted end', () => {
  const first = Temporal.PlainDate.from('2026-01-01')
  for (let day = 0; day < 20 * 365; day++) {
    const bekendgemaakt = first.add({ days: day })
    const laatste = Temporal.PlainDate.from(laatsteBezwaardag(bekendgemaakt.toString()))
    expect(isVrijeDag(laatste.toString())).toBe(false)
    for (let between = bekendgemaakt.add({ days: 42 }); !between.equals(laatste); between = between.add({ days: 1 })) {
      expect(isVrijeDag(between.toString())).toBe(true)
    }
  }
})
