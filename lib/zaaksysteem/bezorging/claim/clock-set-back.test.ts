import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { claimBezorgingen } from './claim-bezorgingen.ts'
import { addEvents } from './test-claims.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

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
const claim = () => claimBezorgingen(ctx, { limit: 100 })

test('a first attempt is due at once after the clock was set back', async () => {
  await addAbonnement(ctx)
  await addEvents(ctx, 1)
  pass(-HOUR)
  expect(await claim()).toHaveLength(1)
})

test('the lease of a dead worker ends, and that of a worker whose clock is ahead holds', async () => {
  await addAbonnement(ctx)
  await addEvents(ctx, 1)
  await claim()
  pass(-20 * SECOND)
  expect(await claim()).toEqual([])
  pass(-HOUR)
  expect(await claim()).toHaveLength(1)
})

test('a rate recovers after the clock was set back, and holds over workers whose clocks differ', async () => {
  await addAbonnement(ctx, { toegestaneRate: 60 })
  await addEvents(ctx, 4)
  expect(await claim()).toHaveLength(1)
  pass(-20 * SECOND)
  expect(await claim()).toEqual([])
  pass(-HOUR)
  expect(await claim()).toHaveLength(1)
  expect(await claim()).toEqual([])
  pass(SECOND)
  expect(await claim()).toHaveLength(1)
})
