import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { createDatabaseClock, type DatabaseClock } from '#lib/platform/postgres/database-clock.ts'
import { requestHandshake } from '../abonnement/toestemming/request-toestemming.ts'
import { claimHandshakes } from '../abonnement/toestemming/run-handshakes.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { claimBezorgingen } from './claim/claim-bezorgingen.ts'
import { distributeAndClaim } from './claim/distribute-and-lease.ts'
import { recordPogingen } from './record/record-pogingen.ts'
import { runWorker } from './run-worker.ts'
import { addAbonnement, endedPoging, subscribe } from './test-abonnement.ts'

const EVENTS = 4
const OFFSETS = [-3600, -61, -31, -29, 0, 29, 31, 61, 3600]
const LIMIT = { limit: 100 }
/** Longer than a busy machine takes between the attempt and the check of when the next one is due. */
const RETRY_SECONDS = 300

let ctx: TestZaaksysteem
let sink: TestSink
let offsetMs: number
/** the same system, seen by a process whose clock is off and by one whose clock is right */
let off: ZaaksysteemContext & { clock: DatabaseClock }
let right: ZaaksysteemContext & { clock: DatabaseClock }

beforeEach(async () => {
  offsetMs = 0
  ctx = await createTestZaaksysteem()
  sink = await startTestSink()
  off = { ...ctx, clock: createDatabaseClock(ctx.pool, () => new Date(Date.now() + offsetMs)) }
  right = { ...ctx, clock: createDatabaseClock(ctx.pool) }
  await right.clock.measure()
})
afterEach(async () => {
  await sink.close()
  await ctx.close()
})

const CASES = OFFSETS.flatMap((offset) => [
  { offset, stepped: false },
  { offset, stepped: true },
])

test.each(CASES)(
  'a worker whose clock is $offset s off, stepped while sending: $stepped, sends each event once',
  async (one) => {
    if (!one.stepped) offsetMs = one.offset * SECOND_MS
    await off.clock.measure()
    await addAbonnement(ctx)
    for (let i = 0; i < EVENTS; i++) await registerTestZaak(ctx)
    const { claimed } = await distributeAndClaim(off, LIMIT)
    expect(claimed).toHaveLength(EVENTS)

    // While the sink takes its time, both workers look for bezorgingen.
    offsetMs = one.offset * SECOND_MS
    for (const worker of [right, off, right]) expect(await claimBezorgingen(worker, LIMIT)).toEqual([])
    const recorded = await recordPogingen(
      off,
      claimed.map((bezorging) => endedPoging(off, bezorging)),
    )
    expect(recorded).toEqual(claimed.map(() => ({ ok: true, status: 'bezorgd' })))
    for (const worker of [right, off]) expect(await claimBezorgingen(worker, LIMIT)).toEqual([])
  },
)

test.each(OFFSETS)('leases of a worker whose clock is %i s off end in time for another worker', async (offset) => {
  offsetMs = offset * SECOND_MS
  await off.clock.measure()
  await addAbonnement(ctx)
  await registerTestZaak(ctx)
  await distributeAndClaim(off, LIMIT)
  await ctx.pool.query("update bezorging set lease_tot = lease_tot - interval '30 seconds'")
  expect(await claimBezorgingen(right, LIMIT)).toMatchObject([{ hervat: true }])
})

test.each(OFFSETS)('a retry planned by a worker whose clock is %i s off comes at its due time', async (offset) => {
  offsetMs = offset * SECOND_MS
  await off.clock.measure()
  await addAbonnement(ctx, { herhaalschema: [RETRY_SECONDS] })
  await registerTestZaak(ctx)
  const { claimed } = await distributeAndClaim(off, LIMIT)
  const failed = claimed.map((bezorging) => endedPoging(off, bezorging, { httpStatus: 500, foutsoort: 'http_5xx' }))
  await recordPogingen(off, failed, { random: () => 0.5 })
  expect(await claimBezorgingen(right, LIMIT)).toEqual([])
  const { rows } = await ctx.pool.query(
    'select extract(epoch from volgende_poging - now())::float as wait from bezorging',
  )
  expect(rows[0].wait).toBeGreaterThan(0)
  expect(rows[0].wait).toBeLessThanOrEqual(RETRY_SECONDS)
})

test.each(OFFSETS)('a handshake is performed once beside a worker whose clock is %i s off', async (offset) => {
  offsetMs = offset * SECOND_MS
  await off.clock.measure()
  const id = await addAbonnement(ctx)
  await requestHandshake(off, { id, actor: OPDRACHTREGEL })
  expect(await claimHandshakes(off, 10)).toHaveLength(1)
  for (const worker of [right, off]) expect(await claimHandshakes(worker, 10)).toEqual([])
})

test.each([-31, 31, -3600, 3600])(
  'a worker whose clock is %i s off takes no work until it is right',
  async (offset) => {
    await subscribe(ctx, sink.url)
    offsetMs = offset * SECOND_MS
    await off.clock.measure()
    const stop = new AbortController()
    const running = runWorker(off, stop)
    await registerTestZaak(ctx)
    await expect.poll(async () => (await ctx.pool.query('select from gebeurtenis')).rowCount).toBe(1)
    expect(await ctx.db.bezorging.count()).toBe(0)
    offsetMs = 0
    await sink.arrived(1)
    stop.abort()
    await running
    expect(sink.received).toHaveLength(1)
  },
)

test('setting the clock of the host does not change the time that a process uses', async () => {
  await off.clock.measure()
  const before = off.clock().getTime()
  offsetMs = HOUR_MS
  expect(off.clock().getTime() - before).toBeLessThan(HOUR_MS / 2)
  expect(off.clock.aheadMs()).toBeGreaterThan(HOUR_MS / 2)
})
