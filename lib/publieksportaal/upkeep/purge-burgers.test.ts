import { beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/platform/durations.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { createSessie } from '../sign-in/burger/sessies.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { purgeBurgers } from './purge.ts'

const BSN = '999990342'
const TERM_DAYS = 30

let now: Date

const ctx = await openTestPublieksportaal({
  clock: () => now,
  env: { PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN: String(TERM_DAYS) },
})
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  await ctx.db.burger.deleteMany()
})

async function after(days: number) {
  now = new Date(now.getTime() + days * DAY_MS)
  await purgeBurgers(ctx)
}

async function signIn() {
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  const { sessieId } = await createSessie(ctx, { burgerId, naam: null })
  return sessieId
}

const isKept = async () => (await ctx.db.burger.count()) === 1
/** Deletes old sessies, as the next sign-in of anybody does. */
const forgetOldSessies = () => ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })

test('a burger without zaken is deleted when the bewaartermijn is over, not before', async () => {
  await signIn()
  now = new Date(now.getTime() + DAY_MS)
  await forgetOldSessies()
  await after(TERM_DAYS - 2)
  expect(await isKept()).toBe(true)
  await after(1.1)
  expect(await isKept()).toBe(false)
})

test('a sign-in postpones the deletion', async () => {
  await signIn()
  now = new Date(now.getTime() + 20 * DAY_MS)
  await signIn()
  await forgetOldSessies()
  await after(20)
  expect(await isKept()).toBe(true)
})

test('a burger who is signed in is kept', async () => {
  await signIn()
  await ctx.db.burger.updateMany({ data: { nakijkenOp: new Date(now.getTime() - 1) } })
  await after(0)
  expect(await isKept()).toBe(true)
})

test('a signed-in gemachtigde and a company whose vestiging has zaken are kept', async () => {
  const initiator = { kvkNummer: '90000001', vestigingsnummer: '000090000001' }
  await storeZaak(ctx, { ...testZaak(), initiator })
  const { bedrijfId, burgerId } = await ctx.db.vestiging.findFirstOrThrow()
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, BSN)
  await createSessie(ctx, { burgerId, naam: null, namens: { soort: 'bedrijf', naam: null, gemachtigdeId, bedrijfId } })
  await ctx.db.burger.updateMany({ data: { nakijkenOp: new Date(now.getTime() - 1) } })
  await after(0)
  const kept = await ctx.db.burger.findMany({ select: { id: true } })
  expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([bedrijfId, burgerId, gemachtigdeId]))
  await ctx.db.sessie.deleteMany()
  await ctx.db.zaak.deleteMany()
  for (let looks = 0; looks < 3; looks += 1) await after(TERM_DAYS + 1)
  expect(await ctx.db.burger.count()).toBe(0)
})

test('a burger with zaken is kept, and deleted within the bewaartermijn after their removal', async () => {
  await storeZaak(ctx, testZaak({ bsn: BSN }))
  for (let looks = 0; looks < 5; looks += 1) await after(TERM_DAYS + 1)
  expect(await isKept()).toBe(true)
  expect(await ctx.db.zaak.count()).toBe(1)
  await ctx.db.zaak.deleteMany()
  await after(TERM_DAYS)
  expect(await isKept()).toBe(false)
})

test('many due burgers are all checked, in batches', async () => {
  const nakijkenOp = new Date(now.getTime() - 1)
  const data = Array.from({ length: 1_100 }, () => ({ bsnHash: crypto.randomUUID(), nakijkenOp }))
  await ctx.db.burger.createMany({ data })
  await after(0)
  expect(await ctx.db.burger.count()).toBe(0)
})

test('a zaak stored during the check of its burger keeps the burger', async () => {
  const { id } = await findOrCreateBurger(ctx, BSN)
  await ctx.db.burger.update({ where: { id }, data: { nakijkenOp: new Date(now.getTime() - 1) } })
  const stored = storeZaak(ctx, testZaak({ bsn: BSN })).catch(() => undefined)
  await Promise.all([stored, purgeBurgers(ctx)])
  const zaken = await ctx.db.zaak.count()
  expect(zaken).toBe((await stored) === 'changed' ? 1 : 0)
})
