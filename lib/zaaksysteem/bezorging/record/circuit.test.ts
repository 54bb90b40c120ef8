import { afterEach, beforeEach, expect, test } from 'vitest'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { type ClaimedBezorging, claimBezorgingen } from '../claim/claim-bezorgingen.ts'
import { addAbonnement, endedPoging } from '../test-abonnement.ts'
import { recordPogingen } from './record-pogingen.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const FAILED = { httpStatus: 500, foutsoort: 'http_5xx' } as const
const TOO_MANY = { httpStatus: 429, foutsoort: 'http_4xx' } as const

let ctx: TestZaaksysteem
let now: Date

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  ctx = await createTestZaaksysteem({ clock: () => now })
  await addAbonnement(ctx)
})
afterEach(() => ctx.close())

const inMs = (ms: number) => new Date(now.getTime() + ms)
const pass = (ms: number) => {
  now = inMs(ms)
}
const claim = () => claimBezorgingen(ctx, { limit: 100 })

async function claimNew(count: number) {
  for (let i = 0; i < count; i++) await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  return claim()
}

function record(claimed: readonly ClaimedBezorging[], outcome: Parameters<typeof endedPoging>[2] = {}) {
  const pogingen = claimed.map((bezorging) => endedPoging(ctx, bezorging, outcome))
  return recordPogingen(ctx, pogingen, { random: () => 0.5 })
}

const isOpen = async () => (await ctx.db.abonnement.findFirstOrThrow()).circuitOpenTot !== null

test.each([400, 409, 413, 415, 422])('refusing most messages with %i does not open the circuit', async (httpStatus) => {
  const claimed = await claimNew(20)
  await record(claimed.slice(0, 16), { httpStatus, foutsoort: 'http_4xx' })
  await record(claimed.slice(16))
  expect(await isOpen()).toBe(false)
  expect(await ctx.db.bezorgstatistiek.findMany()).toMatchObject([{ geslaagd: 4, mislukt: 16, geweigerd: 16 }])
})

test.each([401, 403, 404, 405, 407, 408])(
  '%i counts as a failure of the sink and opens the circuit',
  async (httpStatus) => {
    await record(await claimNew(10), { httpStatus, foutsoort: 'http_4xx' })
    expect(await isOpen()).toBe(true)
  },
)

test('refused messages do not hide that the sink is down', async () => {
  const claimed = await claimNew(30)
  await record(claimed.slice(0, 20), { httpStatus: 422, foutsoort: 'http_4xx' })
  await record(claimed.slice(20), FAILED)
  expect(await isOpen()).toBe(true)
})

test('a probe whose message is refused shows that the sink is back', async () => {
  await record(await claimNew(10), FAILED)
  pass(30 * SECOND)
  await record(await claim(), { httpStatus: 422, foutsoort: 'http_4xx' })
  expect(await isOpen()).toBe(false)
})

test.each([
  ['429 with Retry-After', 429, 300, 300],
  ['503 with Retry-After', 503, 300, 300],
  ['429 with Retry-After: 5', 429, 5, 5],
  ['429 with Retry-After: 0', 429, 0, 1],
  ['429 without', 429, null, 30],
])('%s pauses the abonnement, then one bezorging goes first', async (_name, httpStatus, retryAfterS, pauseS) => {
  const [first, ...others] = await claimNew(3)
  const begonnenOp = now
  pass(SECOND)
  const retryAfter = retryAfterS === null ? null : inMs(retryAfterS * SECOND)
  await record([first as ClaimedBezorging], { httpStatus, foutsoort: 'http_4xx', begonnenOp, retryAfter })
  await record(others, { begonnenOp })
  expect(await claimNew(3)).toEqual([])
  pass(pauseS * SECOND - 1)
  expect(await claim()).toEqual([])
  pass(1)
  const probe = await claim()
  expect(probe).toHaveLength(1)
  await record(probe)
  expect(await isOpen()).toBe(false)
})

test('a 503 without Retry-After counts as an ordinary failure', async () => {
  const [first] = await claimNew(1)
  await record([first as ClaimedBezorging], { httpStatus: 503, foutsoort: 'http_5xx' })
  expect(await isOpen()).toBe(false)
})

test('the longest of two requested waits counts, also when it came first', async () => {
  const [one, two] = (await claimNew(2)) as [ClaimedBezorging, ClaimedBezorging]
  const begonnenOp = now
  pass(SECOND)
  const longer = inMs(60 * SECOND)
  await record([one], { ...TOO_MANY, begonnenOp, retryAfter: longer })
  await record([two], { ...TOO_MANY, begonnenOp, retryAfter: inMs(2 * SECOND) })
  expect(await ctx.db.abonnement.findFirstOrThrow()).toMatchObject({ circuitOpenTot: longer })
})

test('a Retry-After on a probe sets the wait, instead of the time that a probe may take', async () => {
  await record(await claimNew(1), { ...TOO_MANY, retryAfter: inMs(5 * SECOND) })
  pass(10 * SECOND)
  const probe = await claim()
  const until = inMs(5 * SECOND)
  await record(probe, { ...TOO_MANY, retryAfter: until })
  expect(probe).toHaveLength(1)
  expect(await ctx.db.abonnement.findFirstOrThrow()).toMatchObject({ circuitOpenTot: until })
})

test('setting the clock back makes no wait of a circuit longer', async () => {
  const claimed = await claimNew(11)
  await record(claimed.slice(1), FAILED)
  pass(-HOUR)
  const probe = await claim()
  expect(probe).toHaveLength(1)
  await record(probe)
  expect(await isOpen()).toBe(false)
})

test('failures from before a clock was set back do not open a circuit', async () => {
  await record(await claimNew(9), FAILED)
  pass(-HOUR)
  await record((await claimNew(1)).slice(0, 1), FAILED)
  expect(await isOpen()).toBe(false)
})
