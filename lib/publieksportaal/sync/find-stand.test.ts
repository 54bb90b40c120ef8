import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { registerTestBron } from '../bron/test-registration.ts'
import { startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { findStand, markAccepted } from './bron-stand.ts'
import { closeGaten } from './close-gaten.ts'
import { storeZaak } from './store-zaak.ts'
import { deliver, serveGebeurtenissen } from './test-gebeurtenissen.ts'

const START = new Date('2026-11-25T10:00:00Z')
let now = START
let bron: TestBron
let ctx: TestPublieksportaal
let zaaksysteem: ReturnType<typeof serveGebeurtenissen>

beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now })
})
beforeEach(async () => {
  now = START
  await ctx.db.bron.deleteMany()
  await ctx.db.ontvangenGebeurtenis.deleteMany()
  await ctx.db.ophaalopdracht.deleteMany()
  await registerTestBron(ctx)
  await markAccepted(ctx, { totSequence: 0, caughtUp: true })
  zaaksysteem = serveGebeurtenissen(bron)
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const happen = () => zaaksysteem.happen(testZaak().uuid, 'ontvangen', 'in_behandeling')[0] as object
/** the stand in seconds after the start, and `isLate` */
async function stand(burgerId?: string) {
  const { op, isLate } = await findStand(ctx, burgerId)
  return [op && (op.getTime() - START.getTime()) / 1000, isLate]
}

test('the stand is of the last event, also before the position passed it', async () => {
  expect(await stand()).toEqual([0, false])
  pass(60)
  await deliver(ctx, happen())
  pass(60)
  expect(await stand()).toEqual([60, false])
  await closeGaten(ctx)
  expect(await stand()).toEqual([60, false])
})

test('a gap holds the stand back until it is closed, whatever arrives beyond it', async () => {
  const [first, second, third] = [happen(), happen(), happen()]
  pass(10)
  await deliver(ctx, first)
  pass(10)
  await deliver(ctx, third)
  await closeGaten(ctx)
  expect(await stand()).toEqual([10, false])
  pass(5)
  await deliver(ctx, second)
  expect(await stand()).toEqual([25, false])
  await closeGaten(ctx)
  expect(await stand()).toEqual([25, false])
})

test('without bezorgingen the stand gets older until the bron is asked', async () => {
  happen()
  pass(299)
  await closeGaten(ctx)
  expect(await stand()).toEqual([0, false])
  pass(1)
  await closeGaten(ctx)
  expect(await stand()).toEqual([300, false])
})

test('when the bron does not answer the stand stays and becomes late', async () => {
  bron.answers.set('GET /v1/gebeurtenissen', () => ({ status: 500 }))
  pass(420)
  await closeGaten(ctx)
  expect(await stand()).toEqual([0, false])
  pass(1)
  expect(await stand()).toEqual([0, true])
})

test('an open gap makes the stand late two minutes after the event beyond it', async () => {
  happen()
  pass(10)
  await deliver(ctx, happen())
  pass(120)
  expect(await stand()).toEqual([0, false])
  pass(1)
  expect(await stand()).toEqual([0, true])
  await closeGaten(ctx)
  expect(await stand()).toEqual([131, false])
})

test('an unfetched zaak makes the stand of its burger alone late after two minutes', async () => {
  const zaak = testZaak({ bsn: '999990354' })
  await storeZaak(ctx, zaak)
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  await deliver(ctx, zaaksysteem.happen(zaak.uuid, 'ontvangen', 'in_behandeling')[0] as object)
  pass(120)
  expect(await stand(burgerId)).toEqual([0, false])
  pass(1)
  expect([await stand(burgerId), await stand()]).toEqual([
    [0, true],
    [0, false],
  ])
})

test('a pending fetch holds back the stand of its burger and of no other', async () => {
  const zaak = testZaak({ bsn: '999990342' })
  await storeZaak(ctx, zaak)
  await storeZaak(ctx, testZaak({ bsn: '999992223' }))
  const burgers = await ctx.db.zaak.findMany({ select: { id: true, burgerId: true } })
  const own = burgers.find(({ id }) => id === zaak.uuid)?.burgerId
  const other = burgers.find(({ id }) => id !== zaak.uuid)?.burgerId
  pass(10)
  const [event] = zaaksysteem.happen(zaak.uuid, 'ontvangen', 'in_behandeling')
  await deliver(ctx, event as object)
  pass(10)
  await deliver(ctx, happen())
  expect(await findStand(ctx, own)).toMatchObject({ op: new Date('2026-11-25T10:00:10Z'), isOnderweg: true })
  expect(await findStand(ctx, other)).toMatchObject({ op: new Date('2026-11-25T10:00:20Z'), isOnderweg: false })
})

test('a bron that was never loaded has no stand', async () => {
  await ctx.db.bron.updateMany({ data: { bijTotSequence: null } })
  expect(await findStand(ctx)).toEqual({ op: null, isLate: true, isOnderweg: false })
})

test('after the clock was set back the stand is not in the future', async () => {
  pass(60)
  await deliver(ctx, happen())
  pass(-120)
  expect(await stand()).toEqual([-60, false])
})
