import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { actorOf } from '../zaak/test-zaak.ts'
import { findPerDag } from '../zaak/wijziging/per-dag.ts'
import { findDwangsombedragen, storeDwangsombedrag } from './dwangsombedragen.ts'

const ctx = await openTestZaaksysteem()

const actor = actorOf('0199a3f0-1b2c-7e4d-a5f6-000000000009')
const store = (vanaf: string, eerste: number) =>
  storeDwangsombedrag(ctx, { actor, vanaf, bron: 'Stcrt. 2099, 1', eerste, tweede: 60, derde: 70 })
const perDag = (ingebrekegesteldOp: string) =>
  findPerDag(ctx, { ingebrekegesteldOp, zaaktype: 'APV-STAND', zaaktypeversie: 1 })

test('the migrations insert the amounts of the law with their publication', async () => {
  expect(await findDwangsombedragen(ctx)).toEqual([
    { vanaf: '2019-01-01', bron: 'Stcrt. 2018, 65542', eerste: 23, tweede: 35, derde: 45 },
    { vanaf: '2009-10-01', bron: 'Stb. 2009, 383', eerste: 20, tweede: 30, derde: 40 },
  ])
})

test('amounts that a beheerder adds hold from their day on, can be corrected, and are recorded', async () => {
  expect(await store('2099-01-01', 5)).toEqual({ ok: true })
  expect(await store('2099-01-01', 50)).toEqual({ ok: true })
  expect(await perDag('2098-12-31')).toEqual([23, 35, 45])
  expect(await perDag('2099-01-01')).toEqual([50, 60, 70])
  const [last] = await ctx.db.auditregel.findMany({ orderBy: { id: 'desc' }, take: 1 })
  expect(last).toMatchObject({ handeling: 'dwangsombedrag_vastleggen', objectId: '2099-01-01' })
  expect(JSON.stringify(last?.wijzigingen)).toContain('"naar":"50"')
})

test('older amounts cannot be changed, because besluiten were based on them', async () => {
  expect(await store('2018-12-31', 99)).toEqual({ ok: false, reason: 'before_newest' })
  expect(await perDag('2018-12-31')).toEqual([20, 30, 40])
})
