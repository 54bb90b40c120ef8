import { expect, test } from 'vitest'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { killWorkerAt } from '../../test-killed-worker.ts'
import { approveLijst } from './decide-lijst.ts'
import { processVernietigingslijsten } from './process-vernietigingslijsten.ts'
import { proposeVernietiging } from './propose-vernietiging.ts'
import { addPerson, closeZaken } from './test-vernietiging.ts'

const ZAKEN = 250
const ctx = await openTestZaaksysteem()

test('kill -9 of several workers: every zaak is destroyed once, with one event, and the lijst ends', async () => {
  await closeZaken(ctx, { aantal: ZAKEN, today: dateInAmsterdam(ctx.clock()), ago: 'P2Y' })
  const proposed = await proposeVernietiging(ctx, { actor: await addPerson(ctx, 'archivaris') })
  if (!proposed.ok) throw new Error(proposed.reason)
  const { lijstId } = proposed
  const regels = await ctx.db.vernietigingsregel.findMany({ where: { lijstId }, orderBy: { volgnummer: 'asc' } })
  await approveLijst(ctx, { lijstId, actor: await addPerson(ctx, 'archivaris') })
  const settled = () => ctx.db.vernietigingsregel.count({ where: { lijstId, uitkomst: 'vernietigd' } })

  // each dies with one zaak of its batch sent to PostgreSQL and not committed; the
  // rest may be committed or not
  for (const index of [50, 140]) {
    await killWorkerAt(ctx, regels[index]?.zaakId as string)
  }
  expect(await settled()).toBeLessThan(ZAKEN)

  const isReady = async () => {
    await Promise.all([processVernietigingslijsten(ctx), processVernietigingslijsten(ctx)])
    return (await ctx.db.vernietigingslijst.findUniqueOrThrow({ where: { id: lijstId } })).klaarOp !== null
  }
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
  expect([await settled(), await ctx.db.zaak.count(), await ctx.db.verwijderdeZaak.count()]).toEqual([ZAKEN, 0, ZAKEN])
  const { rows } = await ctx.pool.query(
    `select count(*)::int as events, count(distinct zaak_id)::int as zaken from gebeurtenis where type like '%zaak-verwijderd'`,
  )
  expect(rows).toEqual([{ events: ZAKEN, zaken: ZAKEN }])
  expect(await ctx.db.auditregel.count({ where: { handeling: 'zaak_verwijderen' } })).toBe(ZAKEN)
}, 240_000)
