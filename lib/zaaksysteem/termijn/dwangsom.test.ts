import { expect, test } from 'vitest'
import { beslisUiterlijk, dwangsomOf } from './dwangsom.ts'

const late = { ingebrekegesteldOp: '2026-11-10', perDag: [23, 35, 45] }

test.each([
  ['an ordinary Tuesday', '2026-11-10', '2026-11-24'],
  ['a Saturday: through the Monday after', '2026-11-14', '2026-11-30'],
  ['so that it ends on Christmas Day', '2026-12-11', '2026-12-28'],
])('Awb 4:17 lid 3: an ingebrekestelling that came on %s gives two weeks', (_, op, uiterlijk) => {
  expect(beslisUiterlijk(op)).toBe(uiterlijk)
})

/** The two weeks end on Tuesday 24 November; the first day is the 25th. */
test.each([
  ['on the last of the two weeks', '2026-11-24', 0, 0],
  ['on the first day', '2026-11-25', 0, 0],
  ['a day later', '2026-11-26', 1, 23],
  ['after 14 days', '2026-12-09', 14, 322],
  ['after 15 days', '2026-12-10', 15, 357],
  ['after 28 days', '2026-12-23', 28, 812],
  ['after 29 days', '2026-12-24', 29, 857],
  ['after 42 days', '2027-01-06', 42, 1442],
  ['much later', '2027-06-01', 42, 1442],
])('Awb 4:17 lid 2: made known %s', (_, bekendgemaaktOp, dagen, bedrag) => {
  expect(dwangsomOf(late, bekendgemaaktOp, '2027-06-01')).toMatchObject({ dagen, bedrag, volgendeDag: 0 })
})

test.each([
  ['2026-11-24', 0, 0, 23],
  ['2026-11-25', 1, 23, 23],
  ['2026-12-08', 14, 322, 35],
  ['2027-01-05', 42, 1442, 0],
])('without a bekendmaking today counts too: on %s', (today, dagen, bedrag, volgendeDag) => {
  expect(dwangsomOf(late, null, today)).toMatchObject({ dagen, bedrag, volgendeDag })
})

test('Awb 4:18: the amount is set within two weeks after its last day', () => {
  expect(dwangsomOf(late, '2026-11-28', '2026-11-28').vaststellenUiterlijk).toBe('2026-12-11')
  expect(dwangsomOf(late, null, '2027-01-05').vaststellenUiterlijk).toBe('2027-01-19')
  expect(dwangsomOf(late, null, '2027-01-04').vaststellenUiterlijk).toBeNull()
  expect(dwangsomOf(late, '2026-11-24', '2026-11-28').vaststellenUiterlijk).toBeNull()
})
