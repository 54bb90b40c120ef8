import { afterAll, beforeEach, expect, test } from 'vitest'
import { bereikbaarhedenRequest, MAX_BEREIKBAARHEDEN } from '#lib/contract/bewijzen.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { addAdres, mailEnv } from '../mail/test-mail.ts'
import { createSessie } from '../sign-in/burger/sessies.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { SOURCE, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { sendBereikbaarheden } from './send-bereikbaarheden.ts'

const [BSN, OTHER] = ['999990342', '999990408']
/** Fixed, so that nothing becomes due by itself, and ahead of the database clock, which triggers read. */
let now: Date
const bron = await startTestBron()
const env = { ...bron.env, PUBLIEKSPORTAAL_BRON: SOURCE, ...mailEnv({ url: 'smtp://localhost:9' }) }
const ctx = await createTestPublieksportaal({ env, clock: () => now })
beforeEach(async () => {
  now = new Date(Date.now() + HOUR_MS)
  await ctx.db.burger.deleteMany()
  respond(200)
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

function respond(status: number) {
  bron.answers.set('POST /v1/bereikbaarheden', (_, body) => ({
    status,
    body:
      status === 200
        ? { zaakIds: JSON.parse(body).bereikbaarheden.map(({ zaakId }: { zaakId: string }) => zaakId) }
        : {},
  }))
}
async function store(bsn = BSN, uuid: string = crypto.randomUUID(), versie = 1) {
  await storeZaak(ctx, { ...testZaak({ uuid, bsn }), versie })
  return uuid
}
/** Returns everything that is reported now. */
async function told() {
  bron.requests.length = 0
  while ((await sendBereikbaarheden(ctx)).more);
  const asked = bron.requests.flatMap(({ body }) => bereikbaarhedenRequest.parse(JSON.parse(body)).bereikbaarheden)
  return asked.map(({ zaakId, portaalGebruikt, emailBevestigd }) => [zaakId, portaalGebruikt, emailBevestigd])
}
const burgerOf = async (bsn = BSN) => (await findOrCreateBurger(ctx, bsn)).id

test('each new zaak reports once whether its burger can be reached', async () => {
  const zaak = await store()
  expect(await told()).toEqual([[zaak, false, false]])
  expect(await told()).toEqual([])
})

test('the first sign-in reports all zaken of that burger and of no other; later ones report nothing', async () => {
  const [one, two] = [await store(), await store()]
  await store(OTHER)
  await told()
  await createSessie(ctx, { burgerId: await burgerOf(), naam: null })
  expect((await told()).toSorted()).toEqual(
    [
      [one, true, false],
      [two, true, false],
    ].toSorted(),
  )
  await createSessie(ctx, { burgerId: await burgerOf(), naam: null })
  expect(await told()).toEqual([])
})

test('an address counts once it is confirmed, and no longer when it refuses mail or is gone', async () => {
  const zaak = await store()
  const burgerId = await burgerOf()
  await addAdres(ctx, { burgerId, adres: 'mijn@adres.example' })
  expect(await told()).toEqual([[zaak, false, true]])
  const set = (data: object) => ctx.db.emailadres.update({ where: { burgerId }, data })
  await set({ verzoeken: 3 })
  expect(await told()).toEqual([])
  await set({ geweigerdOp: ctx.clock() })
  expect(await told()).toEqual([[zaak, false, false]])
  await set({ geweigerdOp: null })
  expect(await told()).toEqual([[zaak, false, true]])
  await set({ versleuteld: null, bevestigdOp: null })
  expect(await told()).toEqual([[zaak, false, false]])
  await ctx.db.emailadres.delete({ where: { burgerId } })
  expect(await told()).toEqual([[zaak, false, false]])
})

test('a zaak that moves to another burger is reported again', async () => {
  await createSessie(ctx, { burgerId: await burgerOf(), naam: null })
  const zaak = await store()
  expect(await told()).toEqual([[zaak, true, false]])
  await store(OTHER, zaak, 2)
  expect(await told()).toEqual([[zaak, false, false]])
})

test('a refused report is retried, and a change in between is not lost', async () => {
  const zaak = await store()
  respond(503)
  await told()
  respond(200)
  expect(await told()).toEqual([])
  now = new Date(now.getTime() + MINUTE_MS)
  bron.answers.set('POST /v1/bereikbaarheden', async (_, body) => {
    await createSessie(ctx, { burgerId: await burgerOf(), naam: null })
    return { status: 200, body: { zaakIds: [JSON.parse(body).bereikbaarheden[0].zaakId] } }
  })
  bron.requests.length = 0
  await sendBereikbaarheden(ctx)
  respond(200)
  expect(await told()).toEqual([[zaak, true, false]])
})

test('reports beyond one request go in several', async () => {
  for (let n = 0; n <= MAX_BEREIKBAARHEDEN; n++) await store()
  expect(await told()).toHaveLength(MAX_BEREIKBAARHEDEN + 1)
  expect(bron.requests).toHaveLength(2)
})

test('deleting a burger deletes his reports', async () => {
  await store()
  await addAdres(ctx, { burgerId: await burgerOf(), adres: 'mijn@adres.example' })
  await ctx.db.burger.deleteMany()
  expect(await ctx.db.teMeldenBereikbaarheid.count()).toBe(0)
})
