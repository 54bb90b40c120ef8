import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { duurklasse } from '../record/poging-totals.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { findAbonnementDetail } from './find-abonnementen.ts'
import { p95Ms } from './find-statistiek.ts'
import { createTestBezorging, createTestGebeurtenis, durenOf } from './test-bezorging.ts'

const NOW = new Date('2026-11-27T08:12:00Z')

const ctx = await openTestZaaksysteem({ clock: () => NOW })
const id = await addAbonnement(ctx, { filters: [{ prefix: { zaaktype: 'APV-' } }], contact: 'beheer@voorbeeld.nl' })

test('the chart has 24 hours, empty ones too, and counts only this abonnement', async () => {
  const bucket = { abonnementId: id, herhaald: 0, geslaagd: 3, mislukt: 1, duren: durenOf({ 80: 3 }) }
  const other = await addAbonnement(ctx)
  await ctx.db.bezorgstatistiek.createMany({
    data: [
      { ...bucket, begin: new Date('2026-11-26T08:59:50Z') },
      { ...bucket, begin: new Date('2026-11-26T09:00:00Z') },
      { ...bucket, begin: new Date('2026-11-27T07:00:00Z') },
      { ...bucket, begin: new Date('2026-11-27T07:59:50Z') },
      { ...bucket, begin: new Date('2026-11-27T08:00:00Z'), abonnementId: other },
    ],
  })
  const uren = (await findAbonnementDetail(ctx, id))?.uren ?? []
  expect(uren).toHaveLength(24)
  expect(uren[0]).toEqual({ begin: new Date('2026-11-26T09:00:00Z'), geslaagd: 3, mislukt: 1, p95Ms: 100 })
  expect(uren[22]).toEqual({ begin: new Date('2026-11-27T07:00:00Z'), geslaagd: 6, mislukt: 2, p95Ms: 100 })
  expect(uren[23]).toEqual({ begin: new Date('2026-11-27T08:00:00Z'), geslaagd: 0, mislukt: 0, p95Ms: null })
  expect(uren.filter(({ geslaagd }) => geslaagd > 0)).toHaveLength(2)
})

test('the detail has the settings, the running herstelacties and the meldingen', async () => {
  const gebeurtenis = await createTestGebeurtenis(ctx)
  await createTestBezorging(ctx, { abonnementId: id, gebeurtenis, status: 'mislukt' })
  const action = { abonnementId: id, vanaf: NOW, aangemaaktOp: NOW, totaal: 40, hersteld: 15 }
  await ctx.db.herstelactie.create({ data: { ...action, klaarOp: NOW } })
  const open = await ctx.db.herstelactie.create({ data: action })
  const report = { abonnementId: id, soort: 'falend', aangemaaktOp: NOW } as const
  await ctx.db.melding.create({ data: { ...report, gegeven: '50', gezienOp: NOW } })

  expect(await findAbonnementDetail(ctx, id)).toMatchObject({
    id,
    contact: 'beheer@voorbeeld.nl',
    filters: [{ prefix: { zaaktype: 'APV-' } }],
    maxGelijktijdig: 64,
    dodeBrieven: 1,
    herstelacties: [{ id: open.id, totaal: 40, hersteld: 15, gevraagdDoor: null }],
    meldingen: [{ soort: 'falend', gegeven: '50', gezienOp: NOW }],
  })
})

test('geheimen that still sign are listed without their bytes', async () => {
  const geheim = { abonnementId: id, versleuteld: new Uint8Array(60).fill(83), sleutelId: 'test-1', aangemaaktOp: NOW }
  const until = new Date(NOW.getTime() + 1)
  await ctx.db.geheim.create({ data: { ...geheim, vervaltOp: NOW } })
  await ctx.db.geheim.create({ data: { ...geheim, vervaltOp: until } })
  await ctx.db.geheim.create({ data: geheim })
  const detail = await findAbonnementDetail(ctx, id)
  expect(detail?.geheimen).toEqual([
    { id: expect.any(String), aangemaaktOp: NOW, vervaltOp: null },
    { id: expect.any(String), aangemaaktOp: NOW, vervaltOp: until },
  ])
})

test.each(['019a0000-0000-7000-8000-000000000000', 'geen-uuid', ''])(
  'the id %j finds no abonnement',
  async (unknown) => {
    expect(await findAbonnementDetail(ctx, unknown)).toBeUndefined()
  },
)

test.each([
  ['without attempts the p95 is null', {}, null],
  ['one attempt is its own p95', { 42: 1 }, 50],
  ['19 of 20 is exactly 95 %', { 3: 19, 9000: 1 }, 5],
  ['18 of 19 is less', { 3: 18, 9000: 1 }, 10_000],
  ['no attempt takes longer than 15 seconds', { 14000: 4 }, 15_000],
  ['it is the upper bound of its class', { 10: 94, 11: 1, 4000: 5 }, 25],
])('%s', (_, pogingenByMs, expected) => {
  expect(p95Ms(durenOf(pogingenByMs))).toBe(expected)
})

test('a duration on a bound counts in the class below it, as in p95', () => {
  expect(p95Ms(durenOf({ 250: 1 }))).toBe(250)
  expect(duurklasse(251)).toBe(duurklasse(250) + 1)
})

test('a client finds its own abonnement and no other', async () => {
  const own = await addAbonnement(ctx, { client: 'leverancier' })
  expect(await findAbonnementDetail(ctx, own, 'leverancier')).toEqual(await findAbonnementDetail(ctx, own))
  expect(await findAbonnementDetail(ctx, own, 'ander')).toBeUndefined()
})
