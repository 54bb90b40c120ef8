import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'

const EVENT = { type: 'nl.overheid.zaken.zaak-heropend', subject: 'a_%b', zaaktype: 'kapvergunning' }
const yes: AbonnementFilter = { exact: { zaaktype: 'kapvergunning' } }
const no: AbonnementFilter = { exact: { zaaktype: 'evenement' } }
let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

test.each<[boolean, string, AbonnementFilter[]]>([
  [true, 'no filter', []],
  [true, 'all of several', [yes, { prefix: { type: 'nl.overheid.' } }]],
  [false, 'one of several', [yes, no]],
  [true, 'exact', [yes]],
  [false, 'exact in another case', [{ exact: { zaaktype: 'Kapvergunning' } }]],
  [false, 'exact on a part', [{ exact: { zaaktype: 'kap' } }]],
  [false, 'one of two attributes', [{ exact: { zaaktype: 'kapvergunning', subject: 'x' } }]],
  [true, 'prefix', [{ prefix: { zaaktype: 'kap' } }]],
  [false, 'prefix in another case', [{ prefix: { zaaktype: 'KAP' } }]],
  [false, 'prefix further on', [{ prefix: { zaaktype: 'vergunning' } }]],
  [true, 'prefix with wildcards to the letter', [{ prefix: { subject: 'a_%' } }]],
  [false, 'prefix with wildcards', [{ prefix: { zaaktype: '%' } }]],
  [true, 'suffix', [{ suffix: { type: '-heropend' } }]],
  [false, 'suffix in another case', [{ suffix: { type: '-Heropend' } }]],
  [false, 'suffix longer than the value', [{ suffix: { zaaktype: 'een-kapvergunning' } }]],
  [true, 'all', [{ all: [yes, yes] }]],
  [false, 'all with one that fails', [{ all: [yes, no] }]],
  [true, 'any with one that holds', [{ any: [no, yes] }]],
  [false, 'any with none', [{ any: [no, no] }]],
  [false, 'not', [{ not: yes }]],
  [true, 'not of what fails', [{ not: no }]],
  [true, 'five deep', [{ not: { not: { all: [{ any: [no, yes] }] } } }]],
])('%s for %s', async (holds, _name, filters) => {
  const sql = 'select voldoet_aan($1::jsonb, $2::jsonb) as holds'
  const { rows } = await ctx.pool.query(sql, [JSON.stringify(filters), EVENT])
  expect(rows).toEqual([{ holds }])
})
