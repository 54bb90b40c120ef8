import { expect, test } from 'vitest'
import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { changeAbonnement } from './change-abonnement.ts'

const EVENT = { type: 'nl.overheid.zaken.zaak-heropend', subject: 'a_%"\\b$.é😀', zaaktype: 'kapvergunning' }
const KENMERKEN = { ...EVENT, omgekeerd: mapValues(EVENT, (value) => [...value].reverse().join('')) }
const yes: AbonnementFilter = { exact: { zaaktype: 'kapvergunning' } }
const no: AbonnementFilter = { exact: { zaaktype: 'evenement' } }

function mapValues<T extends object>(object: T, map: (value: string) => string) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]))
}

const ctx = await openTestZaaksysteem()

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
  [true, 'exact with what a path must escape', [{ exact: { subject: 'a_%"\\b$.é😀' } }]],
  [false, 'exact with what would end a text', [{ exact: { subject: '" || 1 == 1 || "' } }]],
  [true, 'suffix of more than one byte a character', [{ suffix: { subject: '"\\b$.é😀' } }]],
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
])('the path holds: %s, for %s', async (holds, _name, filters) => {
  const sql = 'select $2::jsonb @@ filterpad($1::jsonb)::jsonpath as holds'
  const { rows } = await ctx.pool.query(sql, [JSON.stringify(filters), KENMERKEN])
  expect(rows).toEqual([{ holds }])
})

test('a long filter with the deepest allowed nesting can be stored and evaluated', async () => {
  const leaf = { exact: { type: 'x'.repeat(200), subject: 'y'.repeat(200), zaaktype: 'z'.repeat(200) } }
  const filters = [{ not: { not: { all: [{ any: Array.from({ length: 45 }, () => leaf) }, yes] } } }]
  const id = await addAbonnement(ctx, { filters })
  const holds = 'select $2::jsonb @@ filterpad as holds from abonnement where id = $1'
  expect((await ctx.pool.query(holds, [id, KENMERKEN])).rows).toEqual([{ holds: false }])
  await changeAbonnement(ctx, { id, actor: OPDRACHTREGEL, change: { filters: [yes] } })
  expect((await ctx.pool.query(holds, [id, KENMERKEN])).rows).toEqual([{ holds: true }])
})
