import { expect, test } from 'vitest'
import {
  goesOnToWerkdag,
  hervatNaVerlopen,
  laatsteDagBuitenBehandeling,
  laterBy,
  stilstaandeDagen,
  type Wettermijn,
} from './beslistermijn.ts'

const VERORDENING: Wettermijn = { duur: 'P8W', grondslag: 'APV 1:2 lid 1', regeling: 'verordening' }

test.each([
  ['resumed on the same day', '2026-03-02', '2026-03-02', 0],
  ['resumed on the day after, which counts again', '2026-03-02', '2026-03-03', 0],
  ['one day between', '2026-03-02', '2026-03-04', 1],
  ['two weeks', '2026-03-02', '2026-03-16', 13],
  ['over New Year', '2026-12-21', '2027-01-11', 20],
  ['over 28 February', '2026-02-20', '2026-03-02', 9],
  ['over 29 February', '2028-02-20', '2028-03-02', 10],
  ['over the night in which summer time begins', '2027-03-27', '2027-03-30', 2],
  ['over the night in which it ends', '2026-10-24', '2026-10-27', 2],
  ['a year', '2026-01-01', '2027-01-01', 364],
])('the days that a suspended term stood still: %s', (_, opgeschortOp, hervatOp, dagen) => {
  expect(stilstaandeDagen({ opgeschortOp, hervatOp })).toBe(dagen)
})

test('both dates move by the days that the term stood still', () => {
  const dates = { einddatumGepland: '2026-12-20', uiterlijkeEinddatum: '2027-02-20', doorgeschovenDagen: 0 }
  const termijn = { ...dates, verlengd: false }
  const termijnen = { doorlooptijd: VERORDENING, servicenorm: 'P6W', verlengingstermijn: null }
  const later = { einddatumGepland: '2027-01-02', uiterlijkeEinddatum: '2027-03-05', doorgeschovenDagen: 0 }
  expect(laterBy(13, termijn, termijnen)).toEqual(later)
  expect(laterBy(0, termijn, termijnen)).toEqual(dates)
})

test.each([
  ['P12W', 'wet', true],
  ['P13W', 'wet', false],
  ['P3M', 'wet', true],
  ['P4M', 'wet', false],
  ['P90D', 'wet', true],
  ['P91D', 'wet', false],
  ['P1Y', 'wet', false],
  ['P8W', 'verordening', false],
] as const)('a term of %s of a %s goes on to a working day: %s', (duur, regeling, goesOn) => {
  expect(goesOnToWerkdag({ duur, grondslag: '', regeling })).toBe(goesOn)
})

test('the term runs again on the day after the last day for an aanvulling that did not come', () => {
  const hervatOp = hervatNaVerlopen('2026-12-31')
  expect(hervatOp).toBe('2027-01-01')
  expect(stilstaandeDagen({ opgeschortOp: '2026-12-17', hervatOp })).toBe(14)
})

test('buiten behandeling stellen is possible for four weeks, extended to the next working day', () => {
  expect(laatsteDagBuitenBehandeling('2026-12-31')).toBe('2027-01-28')
  expect(laatsteDagBuitenBehandeling('2026-11-28')).toBe('2026-12-28')
  expect(laatsteDagBuitenBehandeling('2026-04-17')).toBe('2026-05-18')
})
