import { expect, test } from 'vitest'
import { bekendmakenUiterlijk, verleningNa } from './van-rechtswege.ts'

test.each([
  ['a Wednesday', '2026-10-14', '2026-10-15', '2026-10-17', '2026-10-29'],
  ['so that two weeks end on Christmas Day', '2026-12-10', '2026-12-11', '2026-12-13', '2026-12-28'],
  ['so that two weeks end on Good Friday', '2026-03-19', '2026-03-20', '2026-03-22', '2026-04-07'],
  ['so that two weeks end on a Saturday', '2027-02-26', '2027-02-27', '2027-03-01', '2027-03-15'],
  ['before 29 February', '2028-02-27', '2028-02-28', '2028-03-01', '2028-03-13'],
  ['the last of a year', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-15'],
])(
  'Awb 4:20b and 4:20c: the last day of the term is %s: given, in force on the third day, made known in two weeks',
  (_, fataal, datum, ingangsdatum, bekend) => {
    expect(verleningNa(fataal)).toEqual({ datum, ingangsdatum })
    expect(bekendmakenUiterlijk(datum)).toBe(bekend)
  },
)
