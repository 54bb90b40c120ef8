import { afterEach, beforeEach, expect, test } from 'vitest'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { distributeGebeurtenissen } from '../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { catchUp } from './catch-up.ts'
import { type ClaimedBezorging, claimBezorgingen } from './claim/claim-bezorgingen.ts'
import { recordPogingen } from './record/record-pogingen.ts'
import { addAbonnement, endedPoging } from './test-abonnement.ts'

const EVENTS = 20
const FAILED = { httpStatus: 503, foutsoort: 'http_5xx' } as const
const REFUSED = { httpStatus: 422, foutsoort: 'http_4xx' } as const

let ctx: TestZaaksysteem
let now: Date
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  ctx = await createTestZaaksysteem({ clock: () => now })
  await addAbonnement(ctx, { herhaalschema: [3600, 3600, 3600] })
  for (let i = 0; i < EVENTS; i++) await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
})
afterEach(() => ctx.close())

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * SECOND_MS)
}
const claim = () => claimBezorgingen(ctx, { limit: 100 })
const record = (claimed: readonly ClaimedBezorging[], outcome: Parameters<typeof endedPoging>[2] = {}) =>
  recordPogingen(
    ctx,
    claimed.map((bezorging) => endedPoging(ctx, bezorging, outcome)),
  )

/** Lets all bezorgingen but the first fail. The first is then sent alone as the probe, and arrives. */
async function comeBack(outcome: Parameters<typeof endedPoging>[2] = FAILED) {
  const [first, ...others] = (await claim()) as [ClaimedBezorging, ...ClaimedBezorging[]]
  await record(others.slice(12), outcome)
  await record(others.slice(0, 12), FAILED)
  pass(31)
  const probe = await claim()
  expect(probe).toHaveLength(1)
  expect(probe[0]?.id).toBe(first.id)
  await record(probe)
}

test('bezorgingen that failed in an outage are due once the circuit has closed, the oldest event first', async () => {
  await comeBack()
  expect(await claim()).toEqual([])
  await catchUp(ctx)
  const claimed = await claim()
  expect(claimed).toHaveLength(EVENTS - 1)
  const due = await ctx.db.bezorging.findMany({ where: { status: 'wachtend' }, orderBy: { volgendePoging: 'asc' } })
  expect(due.map(({ sequence }) => sequence)).toEqual(due.map(({ sequence }) => sequence).sort((a, b) => a - b))
})

test('catching up wakes the workers only when it made a bezorging due', async () => {
  const woken: string[] = []
  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels: { bezorging: () => woken.push('due'), end: () => woken.push('end') },
    log: createLogger('test'),
  })
  await catchUp(ctx)
  await comeBack()
  await catchUp(ctx)
  await ctx.pool.query("select pg_notify('end', '')")
  await expect.poll(() => woken).toEqual(['due', 'end'])
  await listener.close()
})

test('while the circuit is open no retry becomes due early', async () => {
  const claimed = await claim()
  await record(claimed, FAILED)
  await catchUp(ctx)
  pass(31)
  await catchUp(ctx)
  expect(await claim()).toEqual([])
})

test('a bezorging that was refused for its content keeps its due time', async () => {
  await comeBack(REFUSED)
  await catchUp(ctx)
  expect(await claim()).toHaveLength(12)
})

test('a bezorging that fails again keeps its due time, and an outage costs at most one step of the schedule', async () => {
  await comeBack()
  await catchUp(ctx)
  await record(await claim(), FAILED)
  await catchUp(ctx)
  expect(await claim()).toEqual([])
  await ctx.db.abonnement.updateMany({ data: { circuitOpenTot: null, circuitGeslotenOp: new Date(now.getTime() + 1) } })
  pass(1)
  await catchUp(ctx)
  const again = await claim()
  expect(again).toHaveLength(EVENTS - 1)
  for (const { pogingen, rondeVanaf } of again) expect({ pogingen, rondeVanaf }).toEqual({ pogingen: 2, rondeVanaf: 1 })
})

test('catching up moves nothing long after a circuit closed', async () => {
  await comeBack()
  pass(11 * 60)
  await catchUp(ctx)
  expect(await claim()).toEqual([])
})
