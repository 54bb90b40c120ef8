import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { registerTestBron } from '../bron/test-registration.ts'
import { startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { markAccepted } from './bron-stand.ts'
import { closeGaten } from './close-gaten.ts'
import { storeZaak } from './store-zaak.ts'
import { bijTot, deliver, serveGebeurtenissen } from './test-gebeurtenissen.ts'

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
const find = (id: string) => ctx.db.zaak.findUniqueOrThrow({ where: { id } })
async function storedZaak() {
  const zaak = testZaak()
  await storeZaak(ctx, zaak)
  return zaak.uuid
}
/** events of unknown zaken */
const happenings = (count: number) =>
  Array.from({ length: count }, () => zaaksysteem.happen(testZaak().uuid, 'ontvangen', 'in_behandeling')[0] as object)

test('without a gap the position follows the received events and the bron is not asked', async () => {
  for (const event of happenings(3)) await deliver(ctx, event)
  pass(60)
  expect(await closeGaten(ctx)).toEqual({ more: false })
  expect(await bijTot(ctx)).toBe(3)
  expect(zaaksysteem.asked).toEqual([])
})

test('a lasting gap is fetched and closed in the order of the bron', async () => {
  const zaak = await storedZaak()
  const [first, , , last] = zaaksysteem.happen(zaak, 'ontvangen', 'in_behandeling', 'in_advies', 'ontvangen', 'besluit')
  await deliver(ctx, first as object)
  await deliver(ctx, last as object)
  happenings(1)
  pass(15)
  expect(await closeGaten(ctx)).toEqual({ more: false })

  expect(zaaksysteem.asked).toEqual([1])
  expect(await bijTot(ctx)).toBe(4)
  const rows = await ctx.db.ontvangenGebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
  expect(rows.map(({ credentialtype, kid }) => `${credentialtype} ${kid}`)).toEqual([
    'JWT k',
    'OPGEHAALD api',
    'OPGEHAALD api',
    'JWT k',
  ])
  // The last event came too early to be applied, so the zaak is one versie behind and is fetched.
  expect(await find(zaak)).toMatchObject({ statuscode: 'ontvangen', versie: 4, sequence: 3 })
  expect(await ctx.db.ophaalopdracht.findUnique({ where: { zaakId: zaak } })).not.toBeNull()
})

test('a gap that closes by itself within the grace period is not fetched', async () => {
  const [first, second] = happenings(2)
  await deliver(ctx, second as object)
  pass(14)
  await closeGaten(ctx)
  expect(await bijTot(ctx)).toBe(0)
  await deliver(ctx, first as object)
  pass(15)
  await closeGaten(ctx)
  expect(await bijTot(ctx)).toBe(2)
  expect(zaaksysteem.asked).toEqual([])
})

test('many small gaps are closed with one request', async () => {
  for (const [index, event] of happenings(100).entries()) if (index % 2) await deliver(ctx, event)
  pass(15)
  await closeGaten(ctx)
  expect(await bijTot(ctx)).toBe(100)
  expect(zaaksysteem.asked).toEqual([0])
})

test('when nothing arrives for five minutes the bron is asked, and again five minutes later', async () => {
  happenings(2)
  pass(299)
  await closeGaten(ctx)
  expect(zaaksysteem.asked).toEqual([])
  pass(1)
  await closeGaten(ctx)
  expect(await bijTot(ctx)).toBe(2)
  pass(299)
  await closeGaten(ctx)
  pass(1)
  await closeGaten(ctx)
  expect(zaaksysteem.asked).toEqual([0, 2])
})

test('an arriving event postpones that request', async () => {
  const [event] = happenings(1)
  pass(200)
  await deliver(ctx, event as object)
  await closeGaten(ctx)
  pass(200)
  await closeGaten(ctx)
  expect(zaaksysteem.asked).toEqual([])
})

test('a round fetches a few pages and reports that there is more', async () => {
  happenings(2_100)
  pass(300)
  expect(await closeGaten(ctx)).toEqual({ more: true })
  expect(await bijTot(ctx)).toBe(2_000)
  expect(await closeGaten(ctx)).toEqual({ more: false })
  expect(await bijTot(ctx)).toBe(2_100)
  expect(zaaksysteem.asked).toEqual([0, 500, 1_000, 1_500, 2_000])
})

test('two processes send one request, and the lease of a dead process expires', async () => {
  const [, second] = happenings(2)
  await deliver(ctx, second as object)
  pass(15)
  await Promise.all([closeGaten(ctx), closeGaten(ctx), closeGaten(ctx)])
  expect(await bijTot(ctx)).toBe(2)
  expect(zaaksysteem.asked).toEqual([0])

  happenings(1)
  pass(300)
  await ctx.db.bron.updateMany({ data: { gatenleaseTot: new Date(now.getTime() + 60_000) } })
  await closeGaten(ctx)
  expect(zaaksysteem.asked).toEqual([0])
  pass(60)
  await closeGaten(ctx)
  expect(await bijTot(ctx)).toBe(3)
})

test('a process that waited for another does not skip a gap', async () => {
  const [first, , third] = happenings(3)
  for (const event of [first, third]) await deliver(ctx, event as object)
  const other = await ctx.pool.connect()
  await other.query('begin; update bron set bij_tot_sequence = 1')
  const waiting = closeGaten(ctx)
  const isBlocked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await ctx.pool.query(isBlocked)).rowCount === 0);
  await other.query('commit')
  other.release()
  await waiting
  expect(await bijTot(ctx)).toBe(1)
})

test('a fetched event that is invalid or differs from the received one is skipped and the rest applied', async () => {
  const zaak = await storedZaak()
  const [known, broken, good, behind] = [
    ...happenings(2),
    ...zaaksysteem.happen(zaak, 'ontvangen', 'in_behandeling'),
    ...happenings(1),
  ] as { id: string; data: object }[]
  await deliver(ctx, { ...known, data: { ...known?.data, nieuweStatus: 'besluit' }, sequence: '9' })
  Object.assign(broken as object, { data: { event: 'iets anders' } })
  await deliver(ctx, behind as object)
  pass(15)
  await closeGaten(ctx)

  expect(await find(zaak)).toMatchObject({ statuscode: 'in_behandeling' })
  const ids = (await ctx.db.ontvangenGebeurtenis.findMany()).map(({ id }) => id)
  expect(ids.toSorted()).toEqual([known?.id, good?.id, behind?.id].toSorted())
  expect(await bijTot(ctx)).toBe(4)
})

test('a bron that fails changes nothing, and is asked again after a minute', async () => {
  const [, second] = happenings(2)
  await deliver(ctx, second as object)
  pass(15)
  let calls = 0
  bron.answers.set('GET /v1/gebeurtenissen', () => {
    calls += 1
    return { status: 500 }
  })
  for (let round = 0; round < 3; round++) expect(await closeGaten(ctx)).toEqual({ more: false })
  expect(calls).toBe(1)
  expect(await bijTot(ctx)).toBe(0)

  zaaksysteem = serveGebeurtenissen(bron)
  happenings(2)
  pass(60)
  await closeGaten(ctx)
  expect(await bijTot(ctx)).toBe(2)
})

test('a bron whose highest sequence went down is not asked endlessly', async () => {
  await markAccepted(ctx, { totSequence: 100, caughtUp: true })
  happenings(3)
  pass(300)
  expect(await closeGaten(ctx)).toEqual({ more: false })
  expect(await closeGaten(ctx)).toEqual({ more: false })
  pass(299)
  await closeGaten(ctx)
  expect(zaaksysteem.asked).toEqual([100])
  expect(await bijTot(ctx)).toBe(100)
})

test('when the missing events are no longer kept, all zaken are read', async () => {
  const zaak = testZaak({ statuscodes: ['ontvangen', 'in_behandeling'] })
  await ctx.db.zaak.deleteMany()
  const gone = await storedZaak()
  bron.answers.set('GET /v1/zaken', () => ({ status: 200, body: { zaken: [zaak], volgende: null } }))
  const [, , third] = happenings(3)
  await deliver(ctx, third as object)
  zaaksysteem.purge(2)
  pass(15)
  expect(await closeGaten(ctx)).toEqual({ more: false })
  bron.answers.delete('GET /v1/zaken')

  expect(await bijTot(ctx)).toBe(3)
  expect(await ctx.db.zaak.findMany()).toMatchObject([{ id: zaak.uuid, statuscode: 'in_behandeling' }])
  expect(await ctx.db.zaak.findUnique({ where: { id: gone } })).toBeNull()
})

test('a bron that is retired or was never loaded is not asked', async () => {
  const [, second] = happenings(2)
  await deliver(ctx, second as object)
  pass(600)
  await ctx.db.bron.updateMany({ data: { status: 'ingetrokken' } })
  await closeGaten(ctx)
  await ctx.db.bron.updateMany({ data: { status: 'actief', bijTotSequence: null } })
  await closeGaten(ctx)
  expect(zaaksysteem.asked).toEqual([])
})
