import { afterEach, beforeEach, expect, test } from 'vitest'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { claimBezorgingen } from '../claim/claim-bezorgingen.ts'
import { addAbonnement, endedPoging } from '../test-abonnement.ts'
import { createRecorder } from './recorder.ts'

let ctx: TestZaaksysteem

beforeEach(async () => {
  ctx = await createTestZaaksysteem({ clock: () => new Date('2026-11-25T09:00:00Z') })
  await addAbonnement(ctx)
})
afterEach(() => ctx.close())

async function claim(count: number) {
  for (let i = 0; i < count; i++) await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  return claimBezorgingen(ctx, { limit: 2 * count })
}

test('attempts that end together are recorded together', async () => {
  const claimed = await claim(3)
  const recorder = createRecorder(ctx)
  await Promise.all(claimed.map((bezorging) => recorder.record([endedPoging(ctx, bezorging)])))
  const { rows } = await ctx.pool.query('select count(distinct xmin::text)::int as transactions from bezorgpoging')
  expect(rows).toEqual([{ transactions: 1 }])
  expect(await ctx.db.bezorgpoging.count()).toBe(3)
})

test('an attempt that the database refuses does not stop the others from being recorded', async () => {
  const claimed = await claim(3)
  const [bad, ...good] = claimed.map((bezorging) => endedPoging(ctx, bezorging))
  if (!bad) throw new Error('nothing was due')
  await createRecorder(ctx).record([{ ...bad, duurMs: 2 ** 40 }, ...good])
  const rows = await ctx.db.bezorging.findMany({ orderBy: { id: 'asc' } })
  expect(rows.map(({ status }) => status)).toEqual(['wachtend', 'bezorgd', 'bezorgd'])
})
