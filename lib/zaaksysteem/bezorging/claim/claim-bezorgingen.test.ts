import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { insertTestGebeurtenis } from '../../outbox/test-gebeurtenis.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { type ClaimedBezorging, claimBezorgingen } from './claim-bezorgingen.ts'
import { addEvents, lanesOf, recordClaimed } from './test-claims.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const FAILED = { httpStatus: 500, foutsoort: 'http_5xx' } as const

let ctx: TestZaaksysteem
let now: Date

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterEach(() => ctx.close())

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const claim = (limit = 100) => claimBezorgingen(ctx, { limit })

const sequencesOf = (claimed: readonly ClaimedBezorging[]) =>
  claimed.map(({ body }) => Number(JSON.parse(body).sequence))

test('a claim returns the due bezorgingen in order, with all that sending needs', async () => {
  const abonnementId = await addAbonnement(ctx, { herhaalschema: [10], contentmodus: 'binary' })
  await addEvents(ctx, 3)
  const claimed = await claim(4)
  expect(claimed.map(({ body }) => JSON.parse(body).sequence)).toEqual(['1', '2'])
  expect(claimed[0]).toMatchObject({
    abonnementId,
    pogingen: 0,
    rondeVanaf: 0,
    herhaling: false,
    handmatig: false,
    hervat: false,
    alleen: false,
    credentialtype: 'JWT',
    contentmodus: 'binary',
    herhaalschema: [10],
    geheimen: [],
  })
})

test('concurrent workers never claim a bezorging twice, nor more than the window of an abonnement', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 8 })
  await addEvents(ctx, 20)
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim(3)))
  const ids = claims.flat().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (let more = await claim(3); more.length > 0; more = await claim(3)) ids.push(...more.map(({ id }) => id))
  expect(new Set(ids).size).toBe(8)
  expect(ids).toHaveLength(8)
})

test('with many due at the same moment at most the window is under way, also when rows move to other pages', async () => {
  await addAbonnement(ctx)
  for (let i = 0; i < 150; i++) await insertTestGebeurtenis(ctx.pool, { zaakId: randomUUID(), vastgelegdOp: now })
  await distributeGebeurtenissen(ctx)
  const claimed = await claim(1000)
  expect(sequencesOf(claimed)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1))
  // A lease writes a new version of its row, on another page when its own page is full.
  const pages = await ctx.pool.query(
    'select distinct (ctid::text::point)[0] as page from bezorging where lease_id is not null',
  )
  expect(pages.rowCount).toBeGreaterThan(2)
  expect(await claim(1000)).toEqual([])
  await recordClaimed(ctx, claimed.slice(0, 2))
  expect(sequencesOf(await claim(1000))).toEqual([65, 66])
})

test('a free place goes to the next in line', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 2 })
  await addEvents(ctx, 4)
  const [first, second] = (await claim()) as [ClaimedBezorging, ClaimedBezorging]
  expect(await claim()).toEqual([])
  await recordClaimed(ctx, [second])
  expect(await claim()).toMatchObject([{ id: String(BigInt(second.id) + 1n) }])
  await recordClaimed(ctx, [first])
  expect(await claim()).toHaveLength(1)
})

test('the bezorgingen of a dead worker are claimed again when its leases end', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 2 })
  await addEvents(ctx, 3)
  const dead = await claim()
  pass(30 * SECOND - 1)
  expect(await claim()).toEqual([])
  pass(1)
  const again = await claim()
  expect(again.map(({ id }) => id)).toEqual(dead.map(({ id }) => id))
  expect(again.map(({ hervat }) => hervat)).toEqual([true, true])
  expect(await recordClaimed(ctx, dead)).toEqual(dead.map(() => ({ ok: false, reason: 'lease_lost' })))
  expect(await recordClaimed(ctx, again)).toEqual(again.map(() => ({ ok: true, status: 'bezorgd' })))
})

test('a backlog of retries takes at most half of the places', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 4 })
  await addEvents(ctx, 4)
  await recordClaimed(ctx, await claim(), FAILED)
  await addEvents(ctx, 1)
  await recordClaimed(ctx, await claim(), FAILED)
  pass(MINUTE)
  expect(lanesOf(await claim())).toEqual(['retry', 'retry'])
  await addEvents(ctx, 4)
  expect(lanesOf(await claim())).toEqual(['first', 'first'])
  expect(await claim()).toEqual([])
})

test('first attempts take all places when there are no retries, and retries get theirs as those end', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 4 })
  await addEvents(ctx, 4)
  await recordClaimed(ctx, await claim(), FAILED)
  await addEvents(ctx, 6)
  const busy = await claim()
  expect(lanesOf(busy)).toEqual(['first', 'first', 'first', 'first'])
  pass(10 * SECOND)
  expect(await claim()).toEqual([])
  await recordClaimed(ctx, busy.slice(0, 2))
  expect(lanesOf(await claim())).toEqual(['retry', 'retry'])
})

test('a rate of 120 a minute allows two at once and then one each half second, over all workers', async () => {
  await addAbonnement(ctx, { toegestaneRate: 120 })
  await addEvents(ctx, 8)
  const sizes: number[] = []
  for (const ms of [0, 0, 499, 1, 500, 60_000]) {
    pass(ms)
    const claims = await Promise.all([claim(), claim()])
    sizes.push(claims.flat().length)
  }
  expect(sizes).toEqual([2, 0, 0, 1, 1, 2])
})

test.each(['wacht_op_toestemming', 'geweigerd', 'gepauzeerd', 'uitgeschakeld'] as const)(
  'an abonnement that is %s gets nothing',
  async (status) => {
    await addAbonnement(ctx)
    await addEvents(ctx, 1)
    await ctx.db.abonnement.updateMany({ data: { status } })
    expect(await claim()).toEqual([])
  },
)

test('ten failures of ten open the circuit; after 30 seconds one probe goes, and its success closes it', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 20 })
  await addEvents(ctx, 10)
  await recordClaimed(ctx, await claim(), FAILED)
  await addEvents(ctx, 3)
  expect(await claim()).toEqual([])
  pass(30 * SECOND - 1)
  expect(await claim()).toEqual([])

  pass(1)
  const [failing] = (await Promise.all([claim(), claim()])).flat()
  expect(failing).toBeDefined()
  await recordClaimed(ctx, [failing as ClaimedBezorging], FAILED)
  pass(30 * SECOND - 1)
  expect(await claim()).toEqual([])

  pass(1)
  const probe = await claim()
  expect(probe).toHaveLength(1)
  pass(SECOND)
  await recordClaimed(ctx, probe)
  expect((await claim()).length).toBeGreaterThan(1)
  expect(await ctx.db.abonnement.findMany()).toMatchObject([{ circuitOpenTot: null, circuitGeslotenOp: now }])
})

test('the probe of a dead worker is followed by another', async () => {
  await addAbonnement(ctx)
  await addEvents(ctx, 10)
  await recordClaimed(ctx, await claim(), FAILED)
  pass(30 * SECOND)
  expect(await claim()).toHaveLength(1)
  pass(30 * SECOND - 1)
  expect(await claim()).toEqual([])
  pass(1)
  expect(await claim()).toHaveLength(1)
})

test('an attempt that was under way when the circuit opened does not close it', async () => {
  await addAbonnement(ctx)
  await addEvents(ctx, 11)
  const [late, ...others] = (await claim()) as [ClaimedBezorging, ...ClaimedBezorging[]]
  const begonnenOp = now
  pass(5 * SECOND)
  await recordClaimed(ctx, others, FAILED)
  await recordClaimed(ctx, [late], { begonnenOp })
  expect(await ctx.db.abonnement.findMany()).toMatchObject([{ circuitOpenTot: new Date(now.getTime() + 30 * SECOND) }])
})

test.each([
  ['nine failures of nine', 0, 9, false],
  ['seven failures of ten', 3, 7, true],
  ['six failures of ten', 4, 6, false],
] as const)('%s open the circuit: %#', async (_name, successes, failures, opens) => {
  await addAbonnement(ctx)
  await addEvents(ctx, successes + failures)
  const claimed = await claim()
  await recordClaimed(ctx, claimed.slice(0, successes))
  pass(4 * MINUTE)
  await recordClaimed(ctx, claimed.slice(successes), FAILED)
  const { circuitOpenTot } = await ctx.db.abonnement.findFirstOrThrow()
  expect(circuitOpenTot !== null).toBe(opens)
})

test('successes older than five minutes do not keep a circuit closed', async () => {
  await addAbonnement(ctx)
  await addEvents(ctx, 20)
  const claimed = await claim()
  await recordClaimed(ctx, claimed.slice(0, 10))
  pass(5 * MINUTE)
  await recordClaimed(ctx, claimed.slice(10), FAILED)
  expect(await ctx.db.abonnement.findMany()).toMatchObject([{ circuitOpenTot: expect.any(Date) }])
})
