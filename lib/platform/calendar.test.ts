import { expect, test } from 'vitest'
import { addToDate, dateInAmsterdam, daysBetween, momentInAmsterdam, weekOf } from './calendar.ts'

test('the date is that of the Netherlands, not that of UTC', () => {
  expect(dateInAmsterdam(new Date('2026-11-24T22:59:59Z'))).toBe('2026-11-24')
  expect(dateInAmsterdam(new Date('2026-11-24T23:00:00Z'))).toBe('2026-11-25')
  expect(dateInAmsterdam(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  expect(dateInAmsterdam(new Date('0999-06-01T12:00:00Z'))).toBe('0999-06-01')
})

test('a moment is written in Dutch local time', () => {
  expect(momentInAmsterdam(new Date('2026-11-22T20:00:00Z'))).toBe('22 november 2026 om 21:00')
  expect(momentInAmsterdam(new Date('2026-07-01T22:30:00Z'))).toBe('2 juli 2026 om 00:30')
})

test('terms count calendar days, even across a change to summer or winter time', () => {
  expect(addToDate('2026-03-20', 'P14D')).toBe('2026-04-03')
  expect(addToDate('2026-10-20', 'P56D')).toBe('2026-12-15')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-25', '2026-11-23')).toBe(-2)
})

test('a term that crosses 29 February counts it', () => {
  expect(addToDate('2028-02-20', 'P14D')).toBe('2028-03-05')
})

test.each(['2026-12-28', '2026-12-31', '2027-01-03'])('%s lies in a week from Monday to Sunday', (date) => {
  expect(weekOf(date)).toEqual({ monday: '2026-12-28', sunday: '2027-01-03' })
})
