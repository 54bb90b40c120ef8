import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StatusResource, ZaakResource } from '#lib/contract/zaak-resource.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { countOngelezen, findBerichtenOfBurger, MOST_ONGELEZEN, PAGE_SIZE } from './find-berichten-of-burger.ts'
import { markGezien } from './mark-gezien.ts'

const BSN = '999990342'
const STRANGER = '999990408'
let ctx: TestPublieksportaal
let burgerId: string
beforeAll(async () => {
  ctx = await createTestPublieksportaal()
  burgerId = (await findOrCreateBurger(ctx, BSN)).id
})
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
})
afterAll(() => ctx.close())

/** Returns a zaak of a zaaktype with `informeren: false` for `in_behandeling`. */
function quietZaak(options: Parameters<typeof testZaak>[0]): ZaakResource {
  const zaak = testZaak(options)
  const statustypen = zaak.zaaktype.statustypen.map((type) => ({ ...type, informeren: type.code !== 'in_behandeling' }))
  return { ...zaak, zaaktype: { ...zaak.zaaktype, versie: 2, statustypen } }
}

async function told() {
  const { berichten } = await findBerichtenOfBurger(ctx, { burgerId })
  return berichten.map(({ zaak, ...bericht }) => {
    const versie = 'versie' in bericht ? bericht.versie : undefined
    return zaak.statussen.find((status) => status.versie === versie)?.statuscode
  })
}

test('berichten of all zaken are listed newest first and are new until the zaak was on screen', async () => {
  const [one, other] = [testZaak({ statuscodes: ['ontvangen', 'in_behandeling'] }), testZaak()]
  for (const zaak of [one, other]) await storeZaak(ctx, zaak)
  await markGezien(ctx, { burgerId, namens: null, zaakId: one.uuid, versie: 1 })
  const { berichten } = await findBerichtenOfBurger(ctx, { burgerId })
  const shown = berichten.map((bericht) => 'versie' in bericht && [bericht.zaak.id, bericht.versie, bericht.gelezen])
  expect(shown).toEqual([
    [one.uuid, 2, false],
    ...[[one, true] as const, [other, false] as const]
      .toSorted(([a], [b]) => (gebeurtenisOf(a) < gebeurtenisOf(b) ? 1 : -1))
      .map(([zaak, gelezen]) => [zaak.uuid, 1, gelezen]),
  ])
  expect(await countOngelezen(ctx, burgerId)).toBe(2)
})

const gebeurtenisOf = (zaak: ZaakResource) => zaak.statussen[0]?.gebeurtenisId as string

test('a status without informeren is no bericht; the receipt, the end and other handelingen are', async () => {
  const statuscodes = ['ontvangen', 'in_behandeling', 'besluit_genomen', 'vergunning_verleend']
  await storeZaak(ctx, quietZaak({ statuscodes }))
  expect(await told()).toEqual(['vergunning_verleend', 'besluit_genomen', 'ontvangen'])
  expect(await countOngelezen(ctx, burgerId)).toBe(3)

  await ctx.db.zaak.deleteMany()
  const soorten: StatusResource['soort'][] = ['registratie', 'opschorting', 'hervatting', 'correctie', 'heropening']
  const acts = quietZaak({ statuscodes: soorten.map(() => 'in_behandeling') })
  acts.statussen = acts.statussen.map((status, index) => ({ ...status, soort: soorten[index] ?? status.soort }))
  await storeZaak(ctx, acts)
  expect(await told()).toHaveLength(soorten.length)
})

test('a status that closes a zaak is a bericht, whatever its zaaktype says', async () => {
  const zaak = quietZaak({ statuscodes: ['ontvangen', 'besluit_genomen'] })
  for (const type of zaak.zaaktype.statustypen) type.informeren = false
  await storeZaak(ctx, zaak)
  expect(await told()).toEqual(['besluit_genomen', 'ontvangen'])
})

test("another citizen's berichten are left out", async () => {
  await storeZaak(ctx, testZaak({ bsn: STRANGER }))
  expect(await told()).toEqual([])
  expect(await countOngelezen(ctx, burgerId)).toBe(0)
})

test('a removed zaak has no berichten', async () => {
  const zaak = testZaak()
  await storeZaak(ctx, zaak)
  await ctx.db.zaak.delete({ where: { id: zaak.uuid } })
  expect(await told()).toEqual([])
})

test('paging forwards and back lists each bericht once', async () => {
  const zaken = Array.from({ length: PAGE_SIZE }, () => testZaak({ statuscodes: ['ontvangen', 'in_behandeling'] }))
  for (const zaak of zaken) await storeZaak(ctx, zaak)
  const first = await findBerichtenOfBurger(ctx, { burgerId })
  const second = await findBerichtenOfBurger(ctx, { burgerId, cursor: first.volgende ?? '' })
  const ids = [...first.berichten, ...second.berichten].map(({ id }) => id)
  expect(new Set(ids).size).toBe(2 * PAGE_SIZE)
  expect(second.volgende).toBeNull()
  const back = await findBerichtenOfBurger(ctx, { burgerId, cursor: second.vorige ?? '' })
  expect(back.berichten).toEqual(first.berichten)
  expect((await findBerichtenOfBurger(ctx, { burgerId, cursor: 'x' })).berichten).toEqual(first.berichten)
})

test('the count of new berichten stops at MOST_ONGELEZEN + 1', async () => {
  const gebeurtenisIds = Array.from({ length: MOST_ONGELEZEN + 10 }, () => uuidv7())
  const statuscodes = gebeurtenisIds.map(() => 'ontvangen')
  const zaak = testZaak({ statuscodes, gebeurtenisIds })
  zaak.statussen = zaak.statussen.map((status) => ({ ...status, datumStatusGezet: '2026-11-10T09:00:00.000Z' }))
  await storeZaak(ctx, zaak)
  expect(await countOngelezen(ctx, burgerId)).toBe(MOST_ONGELEZEN + 1)
})
