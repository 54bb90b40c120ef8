import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { killWorkerAt } from '../test-killed-worker.ts'
import { processBulkopdrachten } from './process-bulkopdrachten.ts'
import { addCoordinator, orderTestBulk, outcomesOf, registerZaken } from './test-bulk.ts'

const ZAKEN = 400
const ctx = await openTestZaaksysteem()

test('kill -9 of several workers: every zaak has one change and one event, and the opdracht ends', async () => {
  const behandelaarId = await addCoordinator(ctx)
  const zaakIds = await registerZaken(ctx, ZAKEN)
  const opdrachtId = await orderTestBulk(ctx, { behandelaarId, zaakIds })
  const outcomes = () => outcomesOf(ctx, { behandelaarId, opdrachtId })

  // each dies with one act sent to PostgreSQL and not committed; the rest of its
  // batch may be committed or not
  const progress: number[] = []
  for (const index of [110, 190, 290]) {
    await killWorkerAt(ctx, zaakIds[index] as string)
    progress.push((await outcomes()).gedaan)
  }
  expect(progress).toEqual(progress.toSorted((one, other) => one - other))
  expect(progress[0]).toBeGreaterThanOrEqual(100)
  expect(progress[2]).toBeLessThan(ZAKEN)

  // two continue at once; the connection of a killed worker holds the lock until PostgreSQL notices
  const isReady = async () => {
    await Promise.all([processBulkopdrachten(ctx), processBulkopdrachten(ctx)])
    return (await outcomes()).klaarOp !== null
  }
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
  expect(await outcomes()).toMatchObject({ gedaan: ZAKEN, geweigerd: 0 })

  const { rows } = await ctx.pool.query(
    `select versie, (select count(*)::int from status where zaak_id = zaak.id and versie > 1) as changes,
       (select count(*)::int from gebeurtenis where zaak_id = zaak.id and type like '%zaakstatus-gewijzigd') as events,
       (select count(*)::int from auditregel where zaak_id = zaak.id and handeling = 'status_zetten') as audited,
       count(*)::int as zaken
     from zaak group by 1, 2, 3, 4`,
  )
  expect(rows).toEqual([{ versie: 2, changes: 1, events: 1, audited: 1, zaken: ZAKEN }])
}, 240_000)
