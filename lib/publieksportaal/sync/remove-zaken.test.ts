import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { parseEvent } from '#lib/content/parse-event.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { acceptEvents } from '../inbox/accept-events.ts'
import { createLiveHub } from '../live/live-hub.ts'
import { openTestPage } from '../live/test-page.ts'
import { startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { purge } from '../upkeep/purge.ts'
import { processOphaalopdrachten } from './process-ophaalopdrachten.ts'
import { storeZaak } from './store-zaak.ts'
import { deliver } from './test-gebeurtenissen.ts'

let bron: TestBron
let ctx: TestPublieksportaal
let now = new Date('2026-11-25T10:00:00Z')
let sequence = 0
beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now })
})
afterEach(async () => {
  bron.answers.clear()
  bron.requests.length = 0
  await ctx.db.ophaalopdracht.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

function changed(zaakId: string) {
  sequence += 1
  return statusGewijzigd({ zaakId, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence })
}

function verwijderd(zaakId: string) {
  const data = { event: 'zaak.verwijderd', zaakId, timestamp: '2026-11-25T10:00:00Z' }
  return { ...changed(zaakId), type: EVENT_TYPES.verwijdering, data }
}

const find = (id: string) => ctx.db.zaak.findUnique({ where: { id } })
const open = () => ctx.db.ophaalopdracht.count()

async function storedZaak() {
  const zaak = testZaak()
  await storeZaak(ctx, zaak)
  bron.serveZaak(zaak)
  return zaak
}

test('the event removes the zaak with its history once, without a fetch', async () => {
  const [zaak, other] = [await storedZaak(), await storedZaak()]
  const event = verwijderd(zaak.uuid)
  for (const acceptance of ['noted', 'repeated']) {
    expect(await deliver(ctx, event)).toBe(acceptance)
    await processOphaalopdrachten(ctx)
    expect([await find(zaak.uuid), await open(), bron.requests.length]).toEqual([null, 0, 0])
  }
  expect(await ctx.db.status.count({ where: { zaakId: zaak.uuid } })).toBe(0)
  expect(await find(other.uuid)).not.toBeNull()
})

test('an event in a batch with the id in capitals removes the zaak too', async () => {
  const zaak = await storedZaak()
  const parsed = parseEvent(verwijderd(zaak.uuid.toUpperCase()))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const proof = { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' }
  await acceptEvents(ctx, { events: [parsed.event], proof })
  await processOphaalopdrachten(ctx)
  expect([await find(zaak.uuid), await open()]).toEqual([null, 0])
})

test('a later event does not bring the zaak back, even if it can still be fetched', async () => {
  const zaak = await storedZaak()
  const late = changed(zaak.uuid)
  await deliver(ctx, verwijderd(zaak.uuid))
  await processOphaalopdrachten(ctx)
  await deliver(ctx, late)
  await processOphaalopdrachten(ctx)
  expect([await find(zaak.uuid), await open(), bron.requests.length]).toEqual([null, 0, 0])
})

test('a concurrent fetch does not bring the zaak back, known or unknown', async () => {
  for (const zaak of [await storedZaak(), testZaak()]) {
    await ctx.db.ophaalopdracht.create({ data: { zaakId: zaak.uuid, volgendePoging: now } })
    bron.answers.set(`GET /v1/zaken/${zaak.uuid}`, async () => {
      await deliver(ctx, verwijderd(zaak.uuid))
      await processOphaalopdrachten(ctx)
      return { status: 200, body: { ...zaak, omschrijving: 'Van vóór de verwijdering' } }
    })
    await processOphaalopdrachten(ctx)
    expect([await find(zaak.uuid), await open()]).toEqual([null, 0])
  }
})

test('in a race between a removal and a fetch the removal wins', async () => {
  const zaken = Array.from({ length: 10 }, () => testZaak())
  for (const { uuid } of zaken) await deliver(ctx, verwijderd(uuid))
  await Promise.all([...zaken.map((zaak) => storeZaak(ctx, zaak)), processOphaalopdrachten(ctx)])
  await processOphaalopdrachten(ctx)
  for (const { uuid } of zaken) expect(await find(uuid)).toBeNull()
})

test('an open page is notified within a day, also one that was disconnected', async () => {
  const zaak = await storedZaak()
  const { burgerId, liveVolgnummer } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  await deliver(ctx, verwijderd(zaak.uuid))
  await processOphaalopdrachten(ctx)

  const hub = createLiveHub(ctx)
  const page = await openTestPage(ctx, hub, burgerId)
  page.cursor = liveVolgnummer
  await hub.refresh(burgerId)
  expect(page.sent.join()).toContain(`id: ${liveVolgnummer + 1}\n`)
  expect(page.sent.join()).toContain(`"zaakId":"${zaak.uuid}"`)

  now = new Date(now.getTime() + 25 * 60 * 60 * 1000)
  const next = await storedZaak()
  await deliver(ctx, verwijderd(next.uuid))
  await processOphaalopdrachten(ctx)
  await purge(ctx, 'verwijderde_zaak')
  expect(await ctx.db.verwijderdeZaak.findMany()).toMatchObject([{ id: next.uuid }])
})
