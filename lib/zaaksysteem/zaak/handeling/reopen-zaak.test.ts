import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { changeStatus } from './change-status.ts'
import { reopenZaak } from './reopen-zaak.ts'

let ctx: TestZaaksysteem

beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

/** A zaak that was closed at versie 3. */
async function closedZaak(rollen: string[]) {
  const zaak = await registerTestZaak(ctx, { rollen })
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  await changeStatus(ctx, { ...zaak.change, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' })
  return zaak
}

test('a reopened zaak has the status from before it was closed, no resultaat and no einddatum', async () => {
  const { id, change } = await closedZaak(['heropenen'])
  const reopened = await reopenZaak(ctx, { ...change, versie: 3, toelichting: 'Er is een fout gemaakt.' })
  if (!reopened.ok) throw new Error(reopened.reason)
  const zaak = await ctx.db.zaak.findUniqueOrThrow({
    where: { id },
    include: { statussen: { orderBy: { versie: 'asc' } } },
  })
  const state = { statustype: 'in_behandeling', statuscode: 'in_behandeling', resultaat: null }
  expect(zaak).toMatchObject({ ...state, einddatum: null, versie: 4 })
  expect(zaak.statussen[3]).toMatchObject({
    ...state,
    soort: 'heropening',
    statustoelichting: 'Er is een fout gemaakt.',
  })
  const gebeurtenis = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { id: reopened.gebeurtenisId } })
  expect(JSON.parse(gebeurtenis.event ?? '')).toMatchObject({
    type: 'nl.overheid.zaken.zaak-heropend',
    data: { event: 'zaak.heropend', oudeStatus: 'vergunning_verleend', nieuweStatus: 'in_behandeling' },
  })
})

test('it can be closed and reopened again', async () => {
  const { id, change } = await closedZaak(['heropenen'])
  await reopenZaak(ctx, { ...change, versie: 3 })
  await changeStatus(ctx, { ...change, versie: 4, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
  expect(await reopenZaak(ctx, { ...change, versie: 5 })).toMatchObject({ ok: true, versie: 6 })
  expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).toMatchObject({ statuscode: 'in_behandeling' })
})

test('without the role there is no zaak to reopen', async () => {
  const { id, change } = await closedZaak([])
  expect(await reopenZaak(ctx, { ...change, versie: 3 })).toEqual({ ok: false, reason: 'not_found' })
  expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).toMatchObject({ versie: 3, resultaat: 'verleend' })
})

test('an open zaak has nothing to reopen', async () => {
  const { change } = await registerTestZaak(ctx, { rollen: ['heropenen'] })
  expect(await reopenZaak(ctx, { ...change, versie: 1 })).toMatchObject({ broken: ['not_closed'] })
})

test('who reopens what another already reopened is told so', async () => {
  const { change } = await closedZaak(['heropenen'])
  const attempts = await Promise.all([
    reopenZaak(ctx, { ...change, versie: 3 }),
    reopenZaak(ctx, { ...change, versie: 3 }),
  ])
  expect(attempts.filter(({ ok }) => ok)).toHaveLength(1)
  expect(attempts).toContainEqual(expect.objectContaining({ reason: 'conflict' }))
})
