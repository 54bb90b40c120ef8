import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { inzendingRequest } from '#lib/contract/inzendingen.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { type Answer, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { findWaiting } from './find-inzendingen.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { reportAanvullingen } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'

const START = new Date('2026-11-26T10:00:00Z')
/** Long enough ago to be beyond the time to take it back. */
const SAID = new Date('2026-11-26T09:00:00Z')
/** The middle of the jitter, so exactly on schedule. */
const MIDDLE = { random: () => 0.5 }
let now: Date
let lines: string[]
const bron = await startTestBron()
const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
const ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now, log })
beforeEach(async () => {
  now = START
  lines = []
  bron.requests.length = 0
  await ctx.db.inzending.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const after = (ms: number) => new Date(now.getTime() + ms)
const stored = () => ctx.db.inzending.findMany({ orderBy: { id: 'asc' } })

/** Adds an inzending, and sets the responses of the zaaksysteem to it. */
async function say() {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  const reported = await reportAanvullingen({ ...ctx, clock: () => SAID }, { ...wanted, aanvullingen: [plattegrond] })
  const respond = (answer: () => Answer | Promise<Answer>) =>
    bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, answer)
  const nummer = reported.ok ? reported.nummer : ''
  return { zaak, plattegrond, wanted, nummer, respond }
}

const take = (uitkomst = 'recorded') => ({ status: 201, body: { kenmerk: 'x', uitkomst } })

test('an inzending is sent under its number with the token, stored with its outcome, and shown on open pages', async () => {
  const { zaak, plattegrond, nummer, respond } = await say()
  const { liveVolgnummer } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  respond(() => take('received'))
  expect(await sendInzendingen(ctx)).toEqual({ more: false })
  const [request] = bron.requests
  expect(request?.authorization).toBe(`Bearer ${ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN}`)
  const tijdstip = SAID.toISOString()
  expect(inzendingRequest.parse(JSON.parse(request?.body ?? ''))).toEqual({
    kenmerk: nummer,
    soort: 'aanvulling',
    tijdstip,
    aanvullingen: [plattegrond],
  })
  expect(await stored()).toMatchObject([{ uitkomst: 'received', volgendePoging: null }])
  const shown = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  expect(shown.liveVolgnummer).toBeGreaterThan(liveVolgnummer)
  await sendInzendingen(ctx)
  expect(bron.requests).toHaveLength(1)
})

test('an inzending of a gemachtigde says so, without naming him', async () => {
  const { zaak, foto, wanted } = await storeAskedZaak(ctx)
  const gemachtigdeId = uuidv7()
  await reportAanvullingen({ ...ctx, clock: () => SAID }, { ...wanted, gemachtigdeId, aanvullingen: [foto] })
  bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, () => take())
  await sendInzendingen(ctx)
  const body = bron.requests[0]?.body ?? ''
  expect(inzendingRequest.parse(JSON.parse(body))).toMatchObject({ soort: 'aanvulling', doorGemachtigde: true })
  for (const secret of [gemachtigdeId, wanted.burgerId]) expect(body).not.toContain(secret)
})

test.each<[string, () => Answer, object]>([
  ['it is away', () => ({ status: 503 }), { foutcode: 'refused', httpStatus: 503 }],
  ['the token lacks the scope', () => ({ status: 403 }), { foutcode: 'refused', httpStatus: 403 }],
  ['it lacks this resource', () => ({ status: 404 }), { foutcode: 'refused', httpStatus: 404 }],
  ['it is no zaaksysteem', () => ({ status: 200, body: '<html>' }), { foutcode: 'invalid_answer', httpStatus: null }],
])('while %s an inzending waits with backoff, and the reason is stored', async (_, refusal, reason) => {
  const { respond } = await say()
  for (const seconds of [5, 10, 20]) {
    respond(refusal)
    await sendInzendingen(ctx, MIDDLE)
    expect(await stored()).toMatchObject([{ uitkomst: null, volgendePoging: after(seconds * 1000), ...reason }])
    expect(await findWaiting(ctx)).toEqual({ waiting: 1, sinds: START, ...reason })
    const calls = bron.requests.length
    await sendInzendingen(ctx)
    expect(bron.requests).toHaveLength(calls)
    now = after(seconds * 1000)
  }
  respond(() => take())
  await sendInzendingen(ctx)
  expect(await stored()).toMatchObject([{ uitkomst: 'recorded', volgendePoging: null, foutcode: null }])
  expect(await findWaiting(ctx)).toMatchObject({ waiting: 0, sinds: null })
})

test('an unreachable zaaksysteem is tried once for all; an unknown zaak does not block the others', async () => {
  const away = await say()
  const other = await say()
  for (const { respond } of [away, other]) respond(() => ({ status: 503 }))
  await sendInzendingen(ctx, MIDDLE)
  expect(bron.requests).toHaveLength(1)
  now = after(60_000)
  away.respond(() => ({ status: 404 }))
  other.respond(() => take())
  await sendInzendingen(ctx)
  const uitkomsten = new Map((await stored()).map(({ nummer, uitkomst }) => [nummer, uitkomst]))
  expect([away, other].map(({ nummer }) => uitkomsten.get(nummer))).toEqual([null, 'recorded'])
})

test('a permanent refusal ends the retries, is logged without personal data, and is shown to the citizen', async () => {
  const { nummer, respond, wanted } = await say()
  respond(() => ({ status: 400 }))
  await sendInzendingen(ctx)
  const [row] = await stored()
  expect(row).toMatchObject({ uitkomst: 'refused', volgendePoging: null })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ objectSoort: 'inzending', objectId: row?.id }])
  for (const secret of [nummer, wanted.burgerId]) expect(lines.join()).not.toContain(secret)
})

test('two processes send each inzending once, and the lease of a killed process expires', async () => {
  const said = [await say(), await say(), await say()]
  for (const { respond } of said) respond(() => take())
  await Promise.all([sendInzendingen(ctx), sendInzendingen(ctx)])
  expect(bron.requests).toHaveLength(3)

  await ctx.db.inzending.updateMany({ data: { uitkomst: null, pogingen: 1, volgendePoging: after(60_000) } })
  await sendInzendingen(ctx)
  expect(bron.requests).toHaveLength(3)
  now = after(60_000)
  await sendInzendingen(ctx)
  expect(bron.requests).toHaveLength(6)
})

test('during a slow response no row is locked, and the removal of its zaak causes no error', async () => {
  const { zaak, respond } = await say()
  const late = Promise.withResolvers<Answer>()
  const begun = Promise.withResolvers<void>()
  respond(() => {
    begun.resolve()
    return late.promise
  })
  const round = sendInzendingen(ctx)
  await begun.promise
  await ctx.pool.query('select from inzending where zaak_id = $1 for update nowait', [zaak.uuid])
  await ctx.db.zaak.delete({ where: { id: zaak.uuid } })
  late.resolve(take())
  await round
  expect(await stored()).toEqual([])
})
