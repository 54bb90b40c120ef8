import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { createOnce } from '#lib/platform/once.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { handleWebhook } from '../receiver/handle-webhook.ts'
import { bezorgingRequest, ORIGIN, SOURCE, startTestBron, statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { purge } from '../upkeep/purge.ts'
import { countAfwijzingen, findAfwijzingen, PAGE_SIZE } from './find-afwijzingen.ts'
import { KEPT_PER_MINUTE } from './is-among-first.ts'
import { settleAfwijzingen } from './record-afwijzing.ts'

const START = new Date('2026-11-25T09:00:10Z')
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
let now: Date

const bron = await startTestBron({ clock: () => now })
const ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now })
beforeEach(async () => {
  now = START
  await registerTestBron(ctx)
})
afterEach(async () => {
  await settleAfwijzingen(ctx)
  await ctx.db.afwijzing.deleteMany()
  await ctx.db.afwijzingTelling.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const event = () =>
  statusGewijzigd({ zaakId: crypto.randomUUID(), oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 1 })

async function refuse(body: string, headers: Record<string, string> = {}): Promise<number> {
  const { status } = await handleWebhook(ctx, bezorgingRequest(body, headers))
  await settleAfwijzingen(ctx)
  return status
}
const newest = async () => (await findAfwijzingen(ctx)).regels[0]

test('a refused bezorging is stored with its time, claimed sender, reason and size, and without its content', async () => {
  const secret = randomBytes(16).toString('hex')
  const body = JSON.stringify({ ...event(), data: { geheim: secret } })
  const headers = { Authorization: `Bearer ${secret}`, 'User-Agent': secret, Cookie: secret }
  expect(await refuse(body, headers)).toBe(401)
  const [row] = await ctx.db.afwijzing.findMany()
  expect(row).toEqual({
    id: expect.any(String),
    tijdstip: now,
    geclaimdeBron: ORIGIN,
    bewezenBron: null,
    reden: 'invalid_token',
    code: 'token_malformed',
    httpStatus: 401,
    grootteBytes: body.length,
  })
  const everything = await ctx.pool.query(
    'select afwijzing::text from afwijzing union all select afwijzing_telling::text from afwijzing_telling',
  )
  expect(JSON.stringify(everything.rows)).not.toContain(secret)
})

test('a proven sender is stored as such', async () => {
  const body = JSON.stringify({ ...event(), type: '' })
  await handleWebhook(ctx, await bron.deliver(body))
  await settleAfwijzingen(ctx)
  expect(await newest()).toMatchObject({ reden: 'invalid_event', httpStatus: 400, bewezenBron: SOURCE, code: null })
})

test.each([
  ['its origin', { 'WebHook-Request-Origin': 'ander.test' }, 'ander.test'],
  [
    'its ce-source before that',
    { 'ce-source': 'urn:nld:oin:1:systeem:x', 'WebHook-Request-Origin': 'y' },
    'urn:nld:oin:1:systeem:x',
  ],
  ['nothing', { 'WebHook-Request-Origin': '' }, null],
  ['markup', { 'WebHook-Request-Origin': '<script>alert(1)</script>' }, null],
  ['a broken escape', { 'WebHook-Request-Origin': 'urn:%zz' }, null],
  ['text', { 'WebHook-Request-Origin': 'two words' }, null],
  ['exactly 200 characters', { 'WebHook-Request-Origin': 'x'.repeat(200) }, 'x'.repeat(200)],
  ['201 characters', { 'WebHook-Request-Origin': 'x'.repeat(201) }, null],
])('the claimed sender: %s', async (_, headers, claimed) => {
  await refuse('{}', headers as Record<string, string>)
  expect(await newest()).toMatchObject({ geclaimdeBron: claimed })
})

test('a flood is stored up to a limit per minute, reason and source, and counted whole', async () => {
  pass(MINUTE_MS)
  const flood = KEPT_PER_MINUTE + 40
  const send = (origin: string) => handleWebhook(ctx, bezorgingRequest('{}', { 'WebHook-Request-Origin': origin }))
  await Promise.all(Array.from({ length: flood }, () => send('vreemd.test')))
  await Promise.all([send(ORIGIN), handleWebhook(ctx, bezorgingRequest('{}', { 'Content-Type': 'text/plain' }))])
  await settleAfwijzingen(ctx)
  expect(await ctx.db.afwijzing.count({ where: { geclaimdeBron: 'vreemd.test' } })).toBe(KEPT_PER_MINUTE)
  expect(await ctx.db.afwijzing.count({ where: { geclaimdeBron: ORIGIN } })).toBe(2)
  expect(await countAfwijzingen(ctx)).toEqual([
    { reden: 'invalid_token', aantal: flood + 1 },
    { reden: 'unsupported_media_type', aantal: 1 },
  ])

  pass(MINUTE_MS)
  await send('vreemd.test')
  await settleAfwijzingen(ctx)
  expect(await ctx.db.afwijzing.count({ where: { geclaimdeBron: 'vreemd.test' } })).toBe(KEPT_PER_MINUTE + 1)
})

test('counts cover the last 24 hours', async () => {
  await refuse('{}')
  pass(DAY_MS + MINUTE_MS)
  await refuse('{}', { 'Content-Type': 'text/plain' })
  expect(await countAfwijzingen(ctx)).toEqual([{ reden: 'unsupported_media_type', aantal: 1 }])
})

test('two processes that count concurrently lose nothing', async () => {
  const other = { ...ctx, once: createOnce() }
  const bezorgingen = Array.from({ length: 50 }, (_, index) => {
    const types = ['text/plain', 'application/cloudevents+json']
    // the two contexts count the two reasons in opposite order
    return [ctx, other].map((context, process) =>
      handleWebhook(context, bezorgingRequest('{}', { 'Content-Type': types[(index + process) % 2] as string })),
    )
  })
  await Promise.all(bezorgingen.flat())
  await Promise.all([settleAfwijzingen(ctx), settleAfwijzingen(other)])
  expect((await countAfwijzingen(ctx)).map(({ aantal }) => aantal)).toEqual([50, 50])
})

test('the response stays the same when storing fails', async () => {
  await ctx.pool.query('alter table afwijzing rename to elders')
  try {
    expect(await refuse('{}')).toBe(401)
  } finally {
    await ctx.pool.query('alter table elders rename to afwijzing')
  }
  expect(await refuse('{}')).toBe(401)
  expect(await ctx.db.afwijzing.count()).toBe(1)
})

test('pages go from new to old and back, without a gap or a duplicate, within one filter', async () => {
  const total = PAGE_SIZE * 2 + 3
  await ctx.db.afwijzing.createMany({
    data: Array.from({ length: total }, (_, index) => ({
      // two rows share each tijdstip
      tijdstip: new Date(START.getTime() + Math.floor(index / 2)),
      reden: 'invalid_token',
      httpStatus: 401,
      grootteBytes: index,
    })),
  })
  await ctx.db.afwijzing.create({ data: { tijdstip: START, reden: 'invalid_event', httpStatus: 400, grootteBytes: 0 } })
  const filter = { reden: 'invalid_token' }
  const first = await findAfwijzingen(ctx, filter)
  const second = await findAfwijzingen(ctx, { ...filter, cursor: first.volgende as string })
  const third = await findAfwijzingen(ctx, { ...filter, cursor: second.volgende as string })
  const all = [...first.regels, ...second.regels, ...third.regels]
  expect(new Set(all.map(({ grootteBytes }) => grootteBytes)).size).toBe(total)
  expect(all.map(({ tijdstip }) => tijdstip.getTime())).toEqual(
    all.map(({ tijdstip }) => tijdstip.getTime()).toSorted((a, b) => b - a),
  )
  expect([first.vorige, third.volgende]).toEqual([null, null])
  const back = await findAfwijzingen(ctx, { ...filter, cursor: third.vorige as string })
  expect(back.regels).toEqual(second.regels)
  expect((await findAfwijzingen(ctx, { ...filter, cursor: back.vorige as string })).vorige).toBeNull()
  expect((await findAfwijzingen(ctx, { cursor: 'onzin' })).regels).toHaveLength(PAGE_SIZE)
})

test('the list is filtered by source, reason and time', async () => {
  const row = { reden: 'invalid_token', httpStatus: 401, grootteBytes: 1 }
  await ctx.db.afwijzing.createMany({
    data: [
      { ...row, tijdstip: START, geclaimdeBron: 'Een.test' },
      { ...row, tijdstip: new Date(START.getTime() + MINUTE_MS), geclaimdeBron: 'x', bewezenBron: 'urn:een%' },
      {
        ...row,
        tijdstip: new Date(START.getTime() + 2 * MINUTE_MS),
        geclaimdeBron: 'twee.test',
        reden: 'invalid_event',
      },
    ],
  })
  const found = async (filter: Parameters<typeof findAfwijzingen>[1]) =>
    (await findAfwijzingen(ctx, filter)).regels.map(({ geclaimdeBron }) => geclaimdeBron)
  expect(await found({ bron: 'een' })).toEqual(['x', 'Een.test'])
  expect(await found({ bron: 'een%' })).toEqual(['x'])
  expect(await found({ reden: 'invalid_event' })).toEqual(['twee.test'])
  expect(await found({ van: new Date(START.getTime() + 1), tot: new Date(START.getTime() + MINUTE_MS + 1) })).toEqual([
    'x',
  ])
})

test('everything is deleted after 90 days, and nothing before', async () => {
  await refuse('{}')
  const bulk = { reden: 'invalid_token', httpStatus: 401, grootteBytes: 1, tijdstip: now }
  await ctx.db.afwijzing.createMany({ data: Array.from({ length: 1_200 }, () => bulk) })
  pass(90 * DAY_MS)
  await purge(ctx, 'afwijzing')
  expect(await ctx.db.afwijzing.count()).toBe(1_201)
  pass(MINUTE_MS)
  await refuse('{}')
  await purge(ctx, 'afwijzing')
  await purge(ctx, 'afwijzing_telling')
  expect(await ctx.db.afwijzing.findMany({ select: { tijdstip: true } })).toEqual([{ tijdstip: now }])
  expect(await ctx.db.afwijzingTelling.count()).toBe(1)
})
