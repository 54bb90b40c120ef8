import { expect, test } from 'vitest'
import { DEMO_GEMACHTIGDEN } from '#demo/stage/demo-gemachtigden.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findZakenPage } from '#lib/zaaksysteem/zaak/api/resource/find-zaken-page.ts'
import { seedNamens } from './seed-namens.ts'

const now = new Date('2026-11-25T09:30:00Z')
const ctx = await openTestZaaksysteem({ clock: () => now })
await ctx.db.behandelaar.createMany({ data: DEMO_BEHANDELAARS.map((one) => ({ ...one, rollen: [...one.rollen] })) })
await seedNamens(ctx)

const zaken = async () => (await findZakenPage(ctx, { limiet: 100 })).zaken

test('every gemachtigde of the demo sees zaken and a task', async () => {
  const found = await zaken()
  for (const { initiator } of DEMO_GEMACHTIGDEN) expect(found.map((zaak) => zaak.initiator)).toContainEqual(initiator)
  expect(found.filter(({ aanvullingen }) => aanvullingen.length > 0)).toHaveLength(2)
  expect(found.every(({ versie }) => versie === 2)).toBe(true)
})

test('all acts lie in the past, in chronological order', async () => {
  const rows = await ctx.db.gebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
  const times = rows.map(({ vastgelegdOp }) => vastgelegdOp.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.at(-1)).toBeLessThan(now.getTime())
})

test('a second seed changes nothing', async () => {
  const before = await zaken()
  await seedNamens(ctx)
  expect(await zaken()).toEqual(before)
})
