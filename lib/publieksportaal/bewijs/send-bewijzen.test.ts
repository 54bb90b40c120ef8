import { afterAll, beforeEach, expect, test } from 'vitest'
import { bewijzenRequest, MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import { createLogger } from '#lib/platform/logger.ts'
import type { Bewijssoort } from '../generated/client.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { type Answer, SOURCE, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { markGezien } from '../zaak/mark-gezien.ts'
import { giveUpBewijzen, sendBewijzen } from './send-bewijzen.ts'
import { addBewijzen } from './test-bewijzen.ts'

const START = new Date('2026-11-25T10:00:00Z')
const DAY_MS = 86_400_000
/** The middle of the jitter, so exactly on schedule. */
const MIDDLE = { random: () => 0.5 }
let now: Date
let lines: string[]
const bron = await startTestBron()
const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
const ctx = await createTestPublieksportaal({
  env: { ...bron.env, PUBLIEKSPORTAAL_BRON: SOURCE },
  clock: () => now,
  log,
})
beforeEach(async () => {
  now = START
  lines = []
  bron.requests.length = 0
  await ctx.db.bewijs.deleteMany()
  answer(() => 'recorded')
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const after = (ms: number) => new Date(now.getTime() + ms)
const waiting = () =>
  ctx.db.bewijs.findMany({ where: { volgendePoging: { not: null } }, orderBy: { volgendePoging: 'asc' } })
const onRecord = () =>
  ctx.db.bewijs.findMany({
    where: { volgendePoging: null },
    select: { gebeurtenisId: true, soort: true, gemeldOp: true },
    orderBy: { id: 'asc' },
  })
const asked = () => bron.requests.map(({ body }) => bewijzenRequest.parse(JSON.parse(body)).bewijzen)

const add = (count = 1, fields: Omit<Parameters<typeof addBewijzen>[1], 'count'> = {}) =>
  addBewijzen(ctx, { count, ...fields })

function respond(to: (bewijzen: { gebeurtenisId: string; soort: Bewijssoort }[]) => Answer | Promise<Answer>) {
  bron.answers.set('POST /v1/bewijzen', (_, body) => to(JSON.parse(body).bewijzen))
}
function answer(uitkomst: (gebeurtenisId: string) => string) {
  respond((bewijzen) => ({
    status: 200,
    body: {
      bewijzen: bewijzen.map(({ gebeurtenisId, soort }) => ({
        gebeurtenisId,
        soort,
        uitkomst: uitkomst(gebeurtenisId),
      })),
    },
  }))
}

test('a view is reported with the token, and stays on record once it is accepted', async () => {
  const [gebeurtenisId] = await add()
  expect(await sendBewijzen(ctx)).toEqual({ more: false })
  expect(asked()).toEqual([[{ gebeurtenisId, soort: 'gezien', tijdstip: START.toISOString() }]])
  expect(bron.requests[0]?.authorization).toBe(`Bearer ${ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN}`)
  expect(await waiting()).toEqual([])
  expect(await onRecord()).toEqual([{ gebeurtenisId, soort: 'gezien', gemeldOp: START }])
  now = after(DAY_MS)
  expect(await sendBewijzen(ctx)).toEqual({ more: false })
  expect(bron.requests).toHaveLength(1)
  expect(lines).toEqual([])
})

test('bewijzen beyond one request go in several, without a pause', async () => {
  await add(MAX_BEWIJZEN + 1)
  expect(await sendBewijzen(ctx)).toEqual({ more: true })
  expect(await sendBewijzen(ctx)).toEqual({ more: false })
  expect(asked().map(({ length }) => length)).toEqual([MAX_BEWIJZEN, 1])
  expect(await waiting()).toEqual([])
})

test.each<[string, () => Answer]>([
  ['it is away', () => ({ status: 503 })],
  ['the token lacks the scope', () => ({ status: 403 })],
  ['it lacks this resource', () => ({ status: 404 })],
  ['it is no zaaksysteem', () => ({ status: 200, body: '<html>' })],
  ['its response lacks some', () => ({ status: 200, body: { bewijzen: [] } })],
])('while %s everything waits with backoff, and is logged once for all', async (_, refusal) => {
  await add(3)
  for (const seconds of [5, 10, 20]) {
    respond(refusal)
    lines = []
    expect(await sendBewijzen(ctx, MIDDLE)).toEqual({ more: false })
    expect((await waiting()).map(({ volgendePoging }) => volgendePoging)).toEqual(Array(3).fill(after(seconds * 1000)))
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ count: 3 }])
    const calls = bron.requests.length
    await sendBewijzen(ctx)
    expect(bron.requests).toHaveLength(calls)
    now = after(seconds * 1000)
  }
  answer(() => 'recorded')
  await sendBewijzen(ctx)
  expect(await waiting()).toEqual([])
})

test('after the thousandth attempt the wait is still a quarter of an hour, plus or minus a fifth', async () => {
  respond(() => ({ status: 500 }))
  for (const [random, minutes] of [
    [0, 12],
    [0.5, 15],
    [1, 18],
  ] as const) {
    await ctx.db.bewijs.deleteMany()
    await add(1, { pogingen: 5_000 })
    await sendBewijzen(ctx, { random: () => random })
    expect(await waiting()).toMatchObject([{ volgendePoging: after(minutes * 60_000) }])
  }
})

test('a permanent refusal is given up and logged without personal data, a temporary one waits', async () => {
  const [unknown, early, good] = await add(3)
  answer((id) => (id === unknown ? 'gebeurtenis_unknown' : id === early ? 'tijdstip_in_future' : 'recorded'))
  await sendBewijzen(ctx, MIDDLE)
  expect((await waiting()).map(({ gebeurtenisId }) => gebeurtenisId)).toEqual([early])
  expect(await onRecord()).toEqual([
    { gebeurtenisId: unknown, soort: 'gezien', gemeldOp: null },
    { gebeurtenisId: good, soort: 'gezien', gemeldOp: START },
  ])
  expect(asked()).toHaveLength(1)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { reason: 'tijdstip_in_future', count: 1 },
    { eventId: unknown, type: 'gezien', reason: 'gebeurtenis_unknown' },
  ])
  expect(lines.join()).not.toContain(good)
})

test('a bewijs that the zaaksysteem cannot read does not block the others', async () => {
  await add(6)
  const [odd] = await add(1, { soort: 'mail_vervangen' })
  respond((bewijzen) => {
    if (bewijzen.some(({ soort }) => soort === 'mail_vervangen')) return { status: 400 }
    return { status: 200, body: { bewijzen: bewijzen.map((bewijs) => ({ ...bewijs, uitkomst: 'recorded' })) } }
  })
  await sendBewijzen(ctx)
  expect(await waiting()).toEqual([])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ eventId: odd, reason: 'refused', httpStatus: 400 }])
})

test('two processes report each bewijs once, and the lease of a killed process expires', async () => {
  const all = await add(MAX_BEWIJZEN * 2)
  await Promise.all([sendBewijzen(ctx), sendBewijzen(ctx)])
  const sent = asked().flat()
  expect(sent.map(({ gebeurtenisId }) => gebeurtenisId).toSorted()).toEqual(all.toSorted())

  const [abandoned] = await add()
  await ctx.db.bewijs.updateMany({
    where: { volgendePoging: { not: null } },
    data: { pogingen: 1, volgendePoging: after(60_000) },
  })
  bron.requests.length = 0
  await sendBewijzen(ctx)
  expect(asked()).toEqual([])
  now = after(60_000)
  await sendBewijzen(ctx)
  expect(asked()).toMatchObject([[{ gebeurtenisId: abandoned }]])
})

test('during a slow response no row is locked, and another process does not send the same bewijs', async () => {
  const [gebeurtenisId = ''] = await add()
  const late = Promise.withResolvers<Answer>()
  const begun = Promise.withResolvers<void>()
  respond(() => {
    begun.resolve()
    return late.promise
  })
  const round = sendBewijzen(ctx)
  await begun.promise
  await sendBewijzen(ctx)
  await ctx.pool.query('select from bewijs where gebeurtenis_id = $1 for update nowait', [gebeurtenisId])
  late.resolve({ status: 200, body: { bewijzen: [{ gebeurtenisId, soort: 'gezien', uitkomst: 'recorded' }] } })
  await round
  expect(bron.requests).toHaveLength(1)
  expect(await waiting()).toEqual([])
})

test('a clock that is set back delays nothing', async () => {
  await add()
  now = after(-DAY_MS)
  await sendBewijzen(ctx)
  expect(await waiting()).toEqual([])
})

test('with a slow clock a view is reported at the time of the change, and not before', async () => {
  const zaak = testZaak({ statuscodes: ['ontvangen', 'in_behandeling'] })
  await storeZaak(ctx, zaak)
  now = new Date('2026-11-11T08:50:00Z')
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  await markGezien(ctx, { burgerId, namens: null, zaakId: zaak.uuid, versie: 2 })
  await sendBewijzen(ctx)
  const reported = new Map(asked().flatMap((all) => all.map((bewijs) => [bewijs.gebeurtenisId, bewijs.tijdstip])))
  expect(zaak.statussen.map(({ gebeurtenisId }) => reported.get(gebeurtenisId))).toEqual([
    '2026-11-11T08:50:00.000Z',
    '2026-11-11T09:00:00.000Z',
  ])
})

test('only the bron of the change gets the report; after 90 days without acceptance it is given up', async () => {
  await add(1, { bron: 'urn:nld:oin:00000099000000002000:systeem:zaaksysteem' })
  await sendBewijzen(ctx)
  expect(asked()).toEqual([])
  now = after(90 * DAY_MS)
  await giveUpBewijzen(ctx)
  expect(await waiting()).toHaveLength(1)
  now = after(1)
  await giveUpBewijzen(ctx)
  expect(await waiting()).toEqual([])
  expect(await onRecord()).toMatchObject([{ soort: 'gezien', gemeldOp: null }])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ count: 1 }])
})
