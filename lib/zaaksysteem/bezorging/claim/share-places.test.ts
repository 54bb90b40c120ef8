import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { type ClaimedBezorging, claimBezorgingen } from './claim-bezorgingen.ts'
import { addEvents, lanesOf, recordClaimed } from './test-claims.ts'

const SECOND = 1000
const FAILED = { httpStatus: 500, foutsoort: 'http_5xx' } as const
/** the random number of a claim */
const RETRIES_FIRST = { random: () => 0.25 }
const FIRSTS_FIRST = { random: () => 0.75 }

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

function countBy(claimed: readonly ClaimedBezorging[], abonnementIds: readonly string[]) {
  return abonnementIds.map((id) => claimed.filter(({ abonnementId }) => abonnementId === id).length)
}

/** Adds a failed bezorging that is due again, and two that were never tried. */
async function addRetryAndFirsts(fields: Parameters<typeof addAbonnement>[1]) {
  await addAbonnement(ctx, fields)
  await addEvents(ctx, 1)
  await recordClaimed(ctx, await claimBezorgingen(ctx, { limit: 100 }), FAILED)
  pass(60 * SECOND)
  await addEvents(ctx, 2)
}

test('too few places are shared evenly, however many bezorgingen each abonnement has waiting', async () => {
  const abonnementen = [await addAbonnement(ctx), await addAbonnement(ctx)]
  await addEvents(ctx, 6)
  expect(countBy(await claimBezorgingen(ctx, { limit: 5 }), abonnementen)).toEqual([2, 2])
})

test('no abonnement holds more places than are still free', async () => {
  const abonnementId = await addAbonnement(ctx)
  await addEvents(ctx, 10)
  const claim = (held: number) => claimBezorgingen(ctx, { limit: 6, inFlight: new Map([[abonnementId, held]]) })
  expect(await claim(6)).toEqual([])
  expect(await claim(4)).toHaveLength(1)
  expect(await claim(0)).toHaveLength(3)
})

test('abonnementen with a backlog leave as many places free as each of them holds', async () => {
  const abonnementen = [await addAbonnement(ctx), await addAbonnement(ctx), await addAbonnement(ctx)]
  await addEvents(ctx, 10)
  expect(countBy(await claimBezorgingen(ctx, { limit: 16 }), abonnementen)).toEqual([4, 4, 4])
})

test('the abonnement that holds fewest places goes first', async () => {
  const [busy, quiet] = [await addAbonnement(ctx), await addAbonnement(ctx)]
  await addEvents(ctx, 4)
  const claimed = await claimBezorgingen(ctx, { limit: 4, inFlight: new Map([[busy, 2]]) })
  expect(countBy(claimed, [busy, quiet])).toEqual([0, 2])
})

test('slow abonnementen in turn together get no more places than their limit', async () => {
  const slow = [await addAbonnement(ctx), await addAbonnement(ctx), await addAbonnement(ctx)] as const
  const fast = await addAbonnement(ctx)
  await addEvents(ctx, 4)
  const inTurn = new Map(slow.map((id) => [id, id !== slow[0]]))
  const claimed = await claimBezorgingen(ctx, { limit: 100, slow: { inTurn, limit: 4 } })
  expect(countBy(claimed, [...slow, fast])).toEqual([0, 2, 2, 4])
})

test('with one place, retries and first attempts take turns', async () => {
  await addRetryAndFirsts({ maxGelijktijdig: 1 })
  const first = await claimBezorgingen(ctx, { limit: 100 }, FIRSTS_FIRST)
  expect(lanesOf(first)).toEqual(['first'])
  expect(await claimBezorgingen(ctx, { limit: 100 })).toEqual([])
  await recordClaimed(ctx, first)
  expect(lanesOf(await claimBezorgingen(ctx, { limit: 100 }, RETRIES_FIRST))).toEqual(['retry'])
})

test('when a rate allows one at a time, retries and first attempts take turns', async () => {
  await addRetryAndFirsts({ toegestaneRate: 60 })
  expect(lanesOf(await claimBezorgingen(ctx, { limit: 100 }, FIRSTS_FIRST))).toEqual(['first'])
  pass(SECOND)
  expect(lanesOf(await claimBezorgingen(ctx, { limit: 100 }, RETRIES_FIRST))).toEqual(['retry'])
})

test('when a rate allows two, one is a retry', async () => {
  await addRetryAndFirsts({ toegestaneRate: 120 })
  expect(lanesOf(await claimBezorgingen(ctx, { limit: 100 })).toSorted()).toEqual(['first', 'retry'])
})
