import { expect, test } from 'vitest'
import { dwangsomOf } from '../../termijn/dwangsom.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { findPerDag } from './per-dag.ts'

const ctx = await openTestZaaksysteem()

test('Woo 8.2: zeros when the zaaktype has no dwangsom', async () => {
  const gegevens = { geenDwangsom: 'Woo 8.2' }
  const begin = new Date('2026-01-01')
  const woo = { identificatie: 'WOO', versie: 1, gegevens, geldigVanaf: begin, vastgelegdOp: begin }
  await ctx.db.zaaktypeversie.create({ data: woo })
  const zaak = { ingebrekegesteldOp: '2026-11-10', zaaktype: 'WOO', zaaktypeversie: 1 }
  expect(await findPerDag(ctx, zaak)).toEqual([0, 0, 0])
  expect(dwangsomOf({ ingebrekegesteldOp: '2026-11-10', perDag: [0, 0, 0] }, null, '2027-06-01')).toMatchObject({
    dagen: 0,
    bedrag: 0,
    vaststellenUiterlijk: null,
  })
})

test.each([
  ['the last day of the first amounts', '2018-12-31', [20, 30, 40]],
  ['the first day of the next amounts', '2019-01-01', [23, 35, 45]],
  ['a day long after that', '2026-11-10', [23, 35, 45]],
  ['no day', null, null],
])('Stcrt. 2018, 65542: the amounts are those of %s on which the ingebrekestelling came', async (_, op, perDag) => {
  const zaak = { ingebrekegesteldOp: op, zaaktype: 'APV-STAND', zaaktypeversie: 1 }
  expect(await findPerDag(ctx, zaak)).toEqual(perDag)
})
