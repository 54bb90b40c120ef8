import { afterEach, beforeEach, expect, test } from 'vitest'
import { distributeAndClaim } from '../bezorging/claim/distribute-and-lease.ts'
import { recordPogingen } from '../bezorging/record/record-pogingen.ts'
import { addAbonnement, endedPoging } from '../bezorging/test-abonnement.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { replanRetries } from './replan-retries.ts'

const MINUTE = 60_000

let ctx: TestZaaksysteem
let now: Date

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  ctx = await createTestZaaksysteem({ clock: () => now })
  await addAbonnement(ctx, { herhaalschema: [300] })
})
afterEach(() => ctx.close())

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

async function failOne() {
  await registerTestZaak(ctx)
  const { claimed } = await distributeAndClaim(ctx, { limit: 10 })
  const pogingen = claimed.map((one) => endedPoging(ctx, one, { httpStatus: 500, foutsoort: 'http_5xx' }))
  await recordPogingen(ctx, pogingen, { random: () => 0.5 })
}

const planned = async () => (await ctx.db.bezorging.findFirstOrThrow()).volgendePoging

test('after the clock was set back a retry waits no longer than its own delay', async () => {
  await failOne()
  pass(-60 * MINUTE)
  expect(await replanRetries(ctx)).toBe(1)
  expect(await planned()).toEqual(new Date(now.getTime() + 5 * MINUTE))
  pass(MINUTE)
  expect(await replanRetries(ctx)).toBe(0)
  expect(await planned()).toEqual(new Date(now.getTime() + 4 * MINUTE))
})

test('nothing is replanned while clocks agree or differ by seconds', async () => {
  await failOne()
  const before = await planned()
  pass(-20_000)
  expect(await replanRetries(ctx)).toBe(0)
  expect(await planned()).toEqual(before)
})
