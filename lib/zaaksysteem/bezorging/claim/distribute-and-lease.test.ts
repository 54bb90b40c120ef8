import { afterEach, beforeEach, expect, test } from 'vitest'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { recordPogingen } from '../record/record-pogingen.ts'
import { addAbonnement, endedPoging } from '../test-abonnement.ts'
import { claimBezorgingen } from './claim-bezorgingen.ts'
import { distributeAndLease } from './distribute-and-lease.ts'
import { LEASE_SECONDS } from './limits.ts'

const NOW = new Date('2026-11-25T09:00:00Z')

let ctx: TestZaaksysteem
let now: Date

beforeEach(async () => {
  now = NOW
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterEach(() => ctx.close())

async function addEvents(count: number) {
  for (let i = 0; i < count; i++) await registerTestZaak(ctx)
}

const sequencesOf = (claimed: readonly { body: string }[]) => claimed.map(({ body }) => JSON.parse(body).sequence)

test('a new bezorging is leased when it is made, with the same values as a claim returns', async () => {
  await addAbonnement(ctx, { contentmodus: 'binary', herhaalschema: [10] })
  await addEvents(3)
  const { distributed, claimed, meerTeDoen } = await distributeAndLease(ctx, { limit: 100 })
  expect({ distributed, meerTeDoen }).toEqual({ distributed: 3, meerTeDoen: false })
  expect(sequencesOf(claimed)).toEqual(['1', '2', '3'])
  expect(await claimBezorgingen(ctx, { limit: 100 })).toEqual([])

  now = new Date(NOW.getTime() + LEASE_SECONDS * 1000)
  const again = await claimBezorgingen(ctx, { limit: 100 })
  const { leaseId } = claimed[0] as (typeof claimed)[number]
  const first = { leaseId, geclaimdOp: NOW, hervat: false }
  expect(again.map((bezorging) => ({ ...bezorging, ...first }))).toEqual(claimed)
  expect(
    await recordPogingen(
      ctx,
      again.map((bezorging) => endedPoging(ctx, bezorging)),
    ),
  ).toEqual(again.map(() => ({ ok: true, status: 'bezorgd' })))
})

test('only the first bezorging of a zaak is leased, and nothing else is reported due', async () => {
  await addAbonnement(ctx)
  const { change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  const { claimed, meerTeDoen } = await distributeAndLease(ctx, { limit: 100 })
  expect(sequencesOf(claimed)).toEqual(['1'])
  expect(meerTeDoen).toBe(false)
  await recordPogingen(
    ctx,
    claimed.map((bezorging) => endedPoging(ctx, bezorging)),
  )
  expect(sequencesOf(await claimBezorgingen(ctx, { limit: 100 }))).toEqual(['2'])
})

test('bezorgingen beyond the window are left to a claim', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 3 })
  await addEvents(2)
  expect((await distributeAndLease(ctx, { limit: 100 })).claimed).toHaveLength(2)
  await addEvents(2)
  const { claimed, meerTeDoen } = await distributeAndLease(ctx, { limit: 100 })
  expect(sequencesOf(claimed)).toEqual(['3'])
  expect(meerTeDoen).toBe(true)
  expect(await claimBezorgingen(ctx, { limit: 100 })).toEqual([])
})

test('too few places are left to a claim, which shares them out', async () => {
  const id = await addAbonnement(ctx)
  await addEvents(2)
  expect(await distributeAndLease(ctx, { limit: 3 })).toMatchObject({ claimed: [], meerTeDoen: true })
  expect(await claimBezorgingen(ctx, { limit: 4 })).toHaveLength(2)
  await addEvents(2)
  const inFlight = new Map([[id, 9]])
  expect(await distributeAndLease(ctx, { limit: 20, inFlight })).toMatchObject({ claimed: [], meerTeDoen: true })
})

const IN_AN_HOUR = new Date(NOW.getTime() + 3_600_000)

test.each([
  ['that has a rate', { toegestaneRate: 60 }],
  ['whose circuit is open', { circuitOpenTot: IN_AN_HOUR, circuitGeopendOp: NOW }],
])('nothing is leased as it is made for an abonnement %s', async (_name, fields) => {
  await addAbonnement(ctx, fields)
  await addEvents(1)
  expect(await distributeAndLease(ctx, { limit: 100 })).toMatchObject({ distributed: 1, claimed: [], meerTeDoen: true })
})

test('nothing is leased as it is made for an abonnement with a slow sink or with due bezorgingen', async () => {
  const id = await addAbonnement(ctx)
  await addEvents(1)
  const slow = { inTurn: new Map([[id, true]]), limit: 50 }
  expect(await distributeAndLease(ctx, { limit: 100, slow })).toMatchObject({ claimed: [], meerTeDoen: true })
  await addEvents(1)
  expect(await distributeAndLease(ctx, { limit: 100 })).toMatchObject({ claimed: [], meerTeDoen: true })
  expect(sequencesOf(await claimBezorgingen(ctx, { limit: 100 }))).toEqual(['1', '2'])
})

test('a paused abonnement gets its bezorging as overgeslagen, and does not delay another', async () => {
  const stopped = await addAbonnement(ctx, { status: 'gepauzeerd' })
  const active = await addAbonnement(ctx)
  await addEvents(1)
  const { claimed, meerTeDoen } = await distributeAndLease(ctx, { limit: 100 })
  expect(claimed.map(({ abonnementId }) => abonnementId)).toEqual([active])
  expect(meerTeDoen).toBe(false)
  expect(await ctx.db.bezorging.findMany({ where: { abonnementId: stopped } })).toMatchObject([
    { status: 'overgeslagen', leaseId: null },
  ])
})

test('two concurrent workers lease no bezorging twice, nor more than the window of an abonnement', async () => {
  await addAbonnement(ctx, { maxGelijktijdig: 5 })
  await addEvents(8)
  const looks = Array.from({ length: 4 }, () => [
    distributeAndLease(ctx, { limit: 100 }),
    claimBezorgingen(ctx, { limit: 100 }),
  ])
  const claims = await Promise.all(looks.flat())
  const ids = claims.flatMap((claim) => ('claimed' in claim ? claim.claimed : claim)).map(({ id }) => id)
  for (const { id } of await claimBezorgingen(ctx, { limit: 100 })) ids.push(id)
  expect(new Set(ids).size).toBe(5)
  expect(ids).toHaveLength(5)
})

test('without new events nothing is made', async () => {
  await addAbonnement(ctx)
  await addEvents(1)
  await distributeGebeurtenissen(ctx)
  expect(await distributeAndLease(ctx, { limit: 100 })).toEqual({ distributed: 0, claimed: [], meerTeDoen: false })
})
