import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { SOURCE } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { isGezienDoorGemachtigde, markGezien } from './mark-gezien.ts'

const START = new Date('2026-11-25T10:00:00Z')
let now: Date
let ctx: TestPublieksportaal
beforeAll(async () => {
  ctx = await createTestPublieksportaal({ clock: () => now, env: { PUBLIEKSPORTAAL_BRON: SOURCE } })
})
beforeEach(async () => {
  now = START
  await ctx.db.bewijs.deleteMany()
})
afterAll(() => ctx.close())

const IDS = [uuidv7(), uuidv7(), uuidv7()]

/** Stores a zaak of a citizen, with a change for each id. */
async function store({ uuid = uuidv7(), gebeurtenisIds = IDS.map(() => uuidv7()), alreadySeen = false } = {}) {
  const statuscodes = gebeurtenisIds.map(() => 'ontvangen')
  const zaak = testZaak({ uuid, statuscodes, gebeurtenisIds })
  await storeZaak(ctx, zaak, { alreadySeen })
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990342')
  const mark = (versie: number, namens: 'persoon' | 'bedrijf' | null = null) =>
    markGezien(ctx, { burgerId, namens, zaakId: uuid, versie })
  const gezienVersie = async () => (await ctx.db.zaak.findUniqueOrThrow({ where: { id: uuid } })).gezienVersie
  const doorGemachtigde = (versie: number) => isGezienDoorGemachtigde(ctx, { burgerId, zaakId: uuid, versie })
  return { uuid, gebeurtenisIds, mark, gezienVersie, doorGemachtigde }
}

const waiting = () => ctx.db.bewijs.findMany({ orderBy: [{ tijdstip: 'asc' }, { gebeurtenisId: 'asc' }] })

test('every change up to the versie on screen gets a bewijs with that moment', async () => {
  const { gebeurtenisIds, mark } = await store()
  await mark(2)
  const row = { bron: SOURCE, soort: 'gezien', tijdstip: START, pogingen: 0, volgendePoging: START }
  expect(await waiting()).toMatchObject(gebeurtenisIds.slice(0, 2).map((gebeurtenisId) => ({ ...row, gebeurtenisId })))

  now = new Date(START.getTime() + 60_000)
  await mark(2)
  await mark(3)
  expect(await waiting()).toMatchObject([{}, {}, { gebeurtenisId: gebeurtenisIds[2], tijdstip: now }])
})

test('a change older than the portal gets no bewijs; a later one does', async () => {
  const { uuid, gebeurtenisIds, mark } = await store({ alreadySeen: true })
  await mark(3)
  expect(await waiting()).toEqual([])
  const next = await store({ uuid, gebeurtenisIds: [...gebeurtenisIds, uuidv7()] })
  await next.mark(4)
  expect(await waiting()).toMatchObject([{ gebeurtenisId: next.gebeurtenisIds[3] }])
})

test('a versie is marked as seen and gets its bewijs, or neither', async () => {
  const { uuid, mark } = await store()
  await ctx.pool.query('alter table bewijs add constraint nothing check (false)')
  await expect(mark(3)).rejects.toThrow()
  await ctx.pool.query('alter table bewijs drop constraint nothing')
  expect(await ctx.db.zaak.findUnique({ where: { id: uuid } })).toMatchObject({ gezienVersie: 0 })
  await mark(3)
  expect(await waiting()).toHaveLength(3)
})

test('two tabs that show it at the same moment give one bewijs', async () => {
  const { mark } = await store()
  await Promise.all([mark(3), mark(3), mark(2), mark(1)])
  expect(await waiting()).toHaveLength(3)
})

test('a versie seen by the gemachtigde of a citizen gets its own bewijs and stays new for the citizen', async () => {
  const { gebeurtenisIds, mark, gezienVersie, doorGemachtigde } = await store()
  expect(await mark(2, 'persoon')).toBe(true)
  expect(await waiting()).toMatchObject(
    gebeurtenisIds.slice(0, 2).map((gebeurtenisId) => ({ soort: 'gezien_door_gemachtigde', gebeurtenisId })),
  )
  expect(await gezienVersie()).toBe(0)
  expect([await doorGemachtigde(2), await doorGemachtigde(3)]).toEqual([true, false])

  now = new Date(START.getTime() + 60_000)
  expect(await mark(2, 'persoon')).toBe(false)
  expect(await mark(3)).toBe(true)
  expect(await waiting()).toMatchObject([
    { tijdstip: START },
    { tijdstip: START },
    ...gebeurtenisIds.map((gebeurtenisId) => ({ soort: 'gezien', gebeurtenisId, tijdstip: now })),
  ])
  expect(await gezienVersie()).toBe(3)
  expect(await mark(3, 'persoon')).toBe(false)
})

test('a versie seen by one gemachtigde of a company is seen for the whole company', async () => {
  const { gebeurtenisIds, mark, gezienVersie } = await store()
  await mark(3, 'bedrijf')
  expect(await waiting()).toMatchObject(gebeurtenisIds.map(() => ({ soort: 'gezien_door_gemachtigde' })))
  expect(await gezienVersie()).toBe(3)
})

test('another citizen cannot mark it as seen', async () => {
  const { uuid } = await store()
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990408')
  await markGezien(ctx, { burgerId, namens: null, zaakId: uuid, versie: 3 })
  expect(await waiting()).toEqual([])
})
