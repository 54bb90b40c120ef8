import { expect, test } from 'vitest'
import {
  daysLeft,
  exactMoment,
  fillDates,
  plainDate,
  shortDate,
  shortMoment,
  writtenDate,
  writtenMoment,
} from './dates.ts'

/**
 * Half past midnight on 28 March 2027 in the Netherlands; clocks go forward that night. UTC still has the
 * 27th.
 */
const now = new Date('2027-03-27T23:30:00Z')

test('a date is written out for citizens, in both languages', () => {
  expect(writtenDate('2027-01-22', 'nl')).toBe('vrijdag 22 januari 2027')
  expect(writtenDate('2027-01-22', 'en')).toBe('Friday 22 January 2027')
  expect(plainDate('2026-11-27', 'nl')).toBe('27 november 2026')
})

test('a moment of today says so, by the calendar of the Netherlands', () => {
  expect(writtenMoment(now, { now, taal: 'nl' })).toBe('vandaag, 00:30')
  expect(writtenMoment(new Date('2027-03-27T22:59:00Z'), { now, taal: 'nl' })).toBe('zaterdag 27 maart 2027, 23:59')
  expect(writtenMoment(new Date('2027-03-28T01:00:00Z'), { now, taal: 'en' })).toBe('today, 03:00')
})

test('staff read short dates', () => {
  expect(shortDate('2027-01-22')).toBe('22 jan 2027')
  expect(shortMoment(new Date('2026-12-01T10:40:00Z'))).toBe('1 dec 2026 11:40')
  expect(exactMoment(new Date('2026-11-25T13:03:09Z'))).toBe('25 nov 2026 14:03:09')
})

test.each([
  [51, 'nog 51 dagen'],
  [1, 'nog 1 dag'],
  [0, 'vandaag'],
  [-1, '1 dag te laat'],
  [-2, '2 dagen te laat'],
])('%i days is %s', (days, text) => {
  expect(daysLeft(days)).toBe(text)
})

test('the dates in a text are filled in', () => {
  const datums = { fataleDatum: '2027-01-22', bezwaardatum: '2027-02-19' }
  expect(fillDates('Uiterlijk {fataleDatum}; bezwaar tot {bezwaardatum}, {onbekend}.', datums, 'nl')).toBe(
    'Uiterlijk vrijdag 22 januari 2027; bezwaar tot vrijdag 19 februari 2027, {onbekend}.',
  )
})

test.each([
  ['Wij wachten. U hoort uiterlijk {datum} van ons. Tot dan.', 'Wij wachten. Tot dan.'],
  [
    'In het besluit staat waarom. Bent u het er niet mee eens? Maak dan uiterlijk {datum} bezwaar.',
    'In het besluit staat waarom.',
  ],
  ['Uiterlijk {datum}.', ''],
  ['Zonder datum.', 'Zonder datum.'],
])('without the date, %j is %j', (text, left) => {
  expect(fillDates(text, { datum: null }, 'nl')).toBe(left)
})
