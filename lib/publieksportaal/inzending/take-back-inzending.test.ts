import { afterAll, beforeEach, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { findInzendingen } from './find-inzendingen.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { reportAanvullingen, requestIntrekking, takeBackInzending } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const JUST_BEFORE = new Date('2026-11-26T10:59:59Z')
const AN_HOUR_LATER = new Date('2026-11-26T11:00:00Z')
const TOO_LATE = { ok: false, reason: 'too_late' }
let now: Date
const bron = await startTestBron()
const ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now })
beforeEach(async () => {
  now = NOW
  bron.requests.length = 0
  await ctx.db.inzending.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

async function say() {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, () => ({
    status: 201,
    body: { kenmerk: 'x', uitkomst: 'recorded' },
  }))
  const report = () => reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
  const reported = await report()
  return { wanted, report, nummer: reported.ok ? reported.nummer : '' }
}

test('within the hour it can be taken back, and the zaaksysteem never receives it', async () => {
  const { wanted, nummer } = await say()
  now = JUST_BEFORE
  await sendInzendingen(ctx)
  expect(await findInzendingen(ctx, wanted)).toMatchObject([{ terugTeNemenTot: AN_HOUR_LATER, teruggenomenOp: null }])
  const take = () => takeBackInzending(ctx, { ...wanted, nummer })
  expect(await Promise.all([take(), take()])).toEqual([{ ok: true }, { ok: true }])
  const row = await ctx.db.inzending.findUniqueOrThrow({ where: { nummer } })
  expect(row).toMatchObject({ teruggenomenOp: now, volgendePoging: null })
  expect(await findInzendingen(ctx, wanted)).toMatchObject([{ terugTeNemenTot: null, teruggenomenOp: now }])
  expect(
    await ctx.db.auditregel.findMany({ where: { objectId: row.id, handeling: 'melding_terugnemen' } }),
  ).toMatchObject([{ actor: wanted.burgerId, uitkomst: 'gelukt' }])
  now = AN_HOUR_LATER
  await sendInzendingen(ctx)
  expect(bron.requests).toEqual([])
})

test('after taking it back the citizen can report it again, under another number', async () => {
  const { wanted, report, nummer } = await say()
  await takeBackInzending(ctx, { ...wanted, nummer })
  now = JUST_BEFORE
  const again = await report()
  expect(again).toMatchObject({ ok: true })
  expect(again).not.toEqual({ ok: true, nummer })
  now = new Date(now.getTime() + 3_600_000)
  await sendInzendingen(ctx)
  expect(JSON.parse(bron.requests[0]?.body ?? '')).toMatchObject({ tijdstip: JUST_BEFORE.toISOString() })
  expect(bron.requests).toHaveLength(1)
})

test('after the hour, or while it is being sent, it cannot be taken back, at any clock', async () => {
  const { wanted, nummer } = await say()
  now = AN_HOUR_LATER
  expect(await takeBackInzending(ctx, { ...wanted, nummer })).toEqual(TOO_LATE)
  await ctx.db.inzending.updateMany({ data: { pogingen: 1 } })
  now = NOW
  expect(await takeBackInzending(ctx, { ...wanted, nummer })).toEqual(TOO_LATE)
  expect(await findInzendingen(ctx, wanted)).toMatchObject([{ terugTeNemenTot: null, teruggenomenOp: null }])
})

test("another citizen's inzending is not found, and a request to withdraw cannot be taken back", async () => {
  const { wanted, nummer } = await say()
  const { id: burgerId } = await findOrCreateBurger(ctx, DEMO_BURGERS[1]?.bsn as string)
  const notFound = { ok: false, reason: 'not_found' }
  expect(await takeBackInzending(ctx, { ...wanted, burgerId, nummer })).toEqual(notFound)
  expect(await takeBackInzending(ctx, { ...wanted, nummer: 'XXXX-XXXX' })).toEqual(notFound)
  expect(await takeBackInzending(ctx, { ...wanted, zaakId: 'geen-uuid', nummer })).toEqual(notFound)
  const asked = await requestIntrekking(ctx, wanted)
  expect(await takeBackInzending(ctx, { ...wanted, nummer: asked.ok ? asked.nummer : '' })).toEqual(TOO_LATE)
})
