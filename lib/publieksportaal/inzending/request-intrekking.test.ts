import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { findInzendingen, findOpenVerzoek } from './find-inzendingen.ts'
import { requestIntrekking } from './submit-inzending.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const BSN = '999990342'
const ctx = await openTestPublieksportaal({ clock: () => NOW })

async function store() {
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(ctx, zaak)
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  return { zaak, wanted: { burgerId, gemachtigdeId: null, zaakId: zaak.uuid, versie: 1 } }
}

const stored = (zaakId: string) => ctx.db.inzending.findMany({ where: { zaakId } })

async function openOf(wanted: { burgerId: string; zaakId: string }) {
  const zaak = await findZaakOfBurger(ctx, wanted)
  return zaak && findOpenVerzoek('intrekking', zaak, await findInzendingen(ctx, wanted))?.nummer
}

test('a request to withdraw is stored with a number and recorded; a second one, also concurrent, gives the same number', async () => {
  const { zaak, wanted } = await store()
  const [asked, again] = await Promise.all([requestIntrekking(ctx, wanted), requestIntrekking(ctx, wanted)])
  expect(again).toEqual(asked)
  const [row, ...others] = await stored(zaak.uuid)
  expect(others).toEqual([])
  expect(row).toMatchObject({ soort: 'intrekking', aanvullingen: [], volgendePoging: NOW })
  expect(asked).toEqual({ ok: true, nummer: row?.nummer })
  expect(await openOf(wanted)).toBe(row?.nummer)
  expect(await ctx.db.auditregel.findMany({ where: { objectId: row?.id ?? '' } })).toMatchObject([
    { handeling: 'intrekking_vragen', actor: wanted.burgerId },
  ])
})

test('after a refusal by the desk it can be requested again', async () => {
  const { zaak, wanted } = await store()
  const first = await requestIntrekking(ctx, wanted)
  const [registratie] = zaak.statussen
  if (!registratie) throw new Error('the zaak has no registratie')
  const declined = {
    ...registratie,
    gebeurtenisId: uuidv7(),
    versie: 2,
    soort: 'intrekking_afgewezen',
    datumStatusGezet: '2026-11-26T11:00:00.000Z',
  } as const
  await storeZaak(ctx, { ...zaak, versie: 2, statussen: [registratie, declined] })
  expect(await openOf(wanted)).toBeUndefined()
  const later = { ...ctx, clock: () => new Date('2026-11-26T12:00:00Z') }
  const second = await requestIntrekking(later, { ...wanted, versie: 2 })
  expect(second).toMatchObject({ ok: true })
  expect(second).not.toEqual(first)
})

test.each(['refused', 'closed'])('a request that was %s by the zaaksysteem is not open', async (uitkomst) => {
  const { zaak, wanted } = await store()
  await requestIntrekking(ctx, wanted)
  await ctx.db.inzending.updateMany({ where: { zaakId: zaak.uuid }, data: { uitkomst } })
  expect(await openOf(wanted)).toBeUndefined()
})

test("a closed zaak, a changed zaak and another citizen's zaak are refused", async () => {
  const { zaak, wanted } = await store()
  const { id: burgerId } = await findOrCreateBurger(ctx, DEMO_BURGERS[1]?.bsn as string)
  expect(await requestIntrekking(ctx, { ...wanted, burgerId })).toEqual({ ok: false, reason: 'not_found' })
  expect(await requestIntrekking(ctx, { ...wanted, versie: 2 })).toEqual({ ok: false, reason: 'changed', versie: 1 })
  await storeZaak(ctx, { ...zaak, versie: 2, einddatum: '2026-11-26' })
  expect(await requestIntrekking(ctx, { ...wanted, versie: 2 })).toEqual({ ok: false, reason: 'changed', versie: 2 })
  expect(await stored(zaak.uuid)).toEqual([])
})
