import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { inzendingRequest } from '#lib/contract/inzendingen.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { findInzendingen, findOpenVerzoek } from './find-inzendingen.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { askVraag } from './submit-inzending.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const BSN = '999990342'
const TEKST = 'Moet ik thuis zijn als u komt kijken?'
const bron = await startTestBron()
const ctx = await createTestPublieksportaal({ env: bron.env, clock: () => NOW })
beforeEach(async () => {
  bron.requests.length = 0
  await ctx.db.inzending.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

async function store() {
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(ctx, zaak)
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  const respond = (uitkomst: string) =>
    bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, () => ({
      status: 201,
      body: { kenmerk: 'x', uitkomst },
    }))
  return { zaak, wanted: { burgerId, gemachtigdeId: null, zaakId: zaak.uuid, tekst: TEKST }, respond }
}

async function openOf(wanted: { burgerId: string; zaakId: string }) {
  const zaak = await findZaakOfBurger(ctx, wanted)
  return zaak && findOpenVerzoek('vraag', zaak, await findInzendingen(ctx, wanted))?.nummer
}

test('a question is stored with a number and sent at once; asking it twice, also concurrently, gives the same number', async () => {
  const { wanted, respond } = await store()
  const [asked, again] = await Promise.all([askVraag(ctx, wanted), askVraag(ctx, wanted)])
  expect(again).toEqual(asked)
  const [row, ...others] = await ctx.db.inzending.findMany()
  expect(others).toEqual([])
  expect(row).toMatchObject({ soort: 'vraag', tekst: TEKST, versie: 1, volgendePoging: NOW, terugTeNemenTot: null })
  expect(await openOf(wanted)).toBe(row?.nummer)
  expect(await ctx.db.auditregel.findMany({ where: { objectId: row?.id ?? '' } })).toMatchObject([
    { handeling: 'vraag_stellen', actor: wanted.burgerId },
  ])
  respond('recorded')
  await sendInzendingen(ctx)
  expect(inzendingRequest.parse(JSON.parse(bron.requests[0]?.body ?? ''))).toEqual({
    kenmerk: row?.nummer,
    soort: 'vraag',
    tijdstip: NOW.toISOString(),
    tekst: TEKST,
  })
})

test('a second question waits until the first is answered', async () => {
  const { zaak, wanted } = await store()
  await askVraag(ctx, wanted)
  const other = { ...wanted, tekst: 'En wanneer komt u?' }
  expect(await askVraag(ctx, other)).toMatchObject({ ok: false, reason: 'changed' })
  const [registratie] = zaak.statussen
  if (!registratie) throw new Error('the zaak has no registratie')
  const answered = { ...registratie, gebeurtenisId: uuidv7(), versie: 2, soort: 'vraag_beantwoord' } as const
  await storeZaak(ctx, { ...zaak, versie: 2, statussen: [registratie, answered] })
  expect(await openOf(wanted)).toBeUndefined()
  expect(await askVraag(ctx, other)).toMatchObject({ ok: true })
})

test.each(['refused', 'closed', 'requested_already'])(
  'a question that was %s by the zaaksysteem is not open',
  async (uitkomst) => {
    const { wanted } = await store()
    await askVraag(ctx, wanted)
    await ctx.db.inzending.updateMany({ data: { uitkomst } })
    expect(await openOf(wanted)).toBeUndefined()
  },
)

test("a closed zaak and another citizen's zaak are refused", async () => {
  const { zaak, wanted } = await store()
  const { id: burgerId } = await findOrCreateBurger(ctx, DEMO_BURGERS[1]?.bsn as string)
  expect(await askVraag(ctx, { ...wanted, burgerId })).toEqual({ ok: false, reason: 'not_found' })
  await storeZaak(ctx, { ...zaak, versie: 2, einddatum: '2026-11-26' })
  expect(await askVraag(ctx, wanted)).toMatchObject({ ok: false, reason: 'changed' })
  expect(await ctx.db.inzending.count()).toBe(0)
})
