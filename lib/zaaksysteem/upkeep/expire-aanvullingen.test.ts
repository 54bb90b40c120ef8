import { afterAll, beforeAll, expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { requestAanvulling } from '../zaak/handeling/request-aanvulling.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { expireAanvullingen } from './expire-aanvullingen.ts'

const ASKED = new Date('2026-12-17T10:00:00Z')
const LAST_MINUTE = new Date('2026-12-31T22:59:59Z')
const MIDNIGHT = new Date('2026-12-31T23:00:00Z')

let ctx: TestZaaksysteem
let now = ASKED
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

async function ask() {
  now = ASKED
  const zaak = await registerTestZaak(ctx)
  const aanvullingen = [{ naam: 'Plattegrond' }]
  await requestAanvulling(ctx, { ...zaak.change, versie: 1, uiterlijk: '2026-12-31', aanvullingen })
  return zaak
}

const read = (id: string) =>
  ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { statussen: { orderBy: { versie: 'asc' } } } })

test('the term runs again on the day after the last day, Dutch time, and both dates are 14 days later', async () => {
  const { id } = await ask()
  const before = await read(id)
  now = LAST_MINUTE
  expect(await expireAanvullingen(ctx)).toBe(0)
  now = MIDNIGHT
  expect(await expireAanvullingen(ctx)).toBe(1)
  const after = await read(id)
  expect(after).toMatchObject({ versie: 3, opschorting: null, opgeschortOp: null, opgeschortTot: null })
  expect(isoDate(after.hervatOp as Date)).toBe('2027-01-01')
  const days = (date: Date, earlier: Date) => (date.getTime() - earlier.getTime()) / 86_400_000
  expect(days(after.uiterlijkeEinddatum, before.uiterlijkeEinddatum)).toBe(14)
  expect(days(after.einddatumGepland, before.einddatumGepland)).toBe(14)
  expect(after.statussen[2]).toMatchObject({ soort: 'aanvulling_verlopen', gezetDoorClient: 'termijnbewaking' })
})

test('a worker that comes days later gives the same dates', async () => {
  const { id } = await ask()
  now = new Date('2027-01-09T08:00:00Z')
  await expireAanvullingen(ctx)
  expect(isoDate((await read(id)).hervatOp as Date)).toBe('2027-01-01')
})

test('two workers at the same moment do so once', async () => {
  const { id } = await ask()
  now = MIDNIGHT
  const expired = await Promise.all([expireAanvullingen(ctx), expireAanvullingen(ctx)])
  expect(expired.reduce((sum, count) => sum + count)).toBe(1)
  expect(await read(id)).toMatchObject({ versie: 3 })
})
