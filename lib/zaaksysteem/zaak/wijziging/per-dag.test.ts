import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findPerDag } from './per-dag.ts'

let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

test.each([
  ['the last day of the first amounts', '2018-12-31', [20, 30, 40]],
  ['the first day of those that took their place', '2019-01-01', [23, 35, 45]],
  ['a day long after that', '2026-11-10', [23, 35, 45]],
  ['no day', null, null],
])('Stcrt. 2018, 65542: the amounts are those of %s on which the ingebrekestelling came', async (_, op, perDag) => {
  const zaak = { ingebrekegesteldOp: op, zaaktype: 'APV-STAND', zaaktypeversie: 1 }
  expect(await findPerDag(ctx, zaak)).toEqual(perDag)
})
