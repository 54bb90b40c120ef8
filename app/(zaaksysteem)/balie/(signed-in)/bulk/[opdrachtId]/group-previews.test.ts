import { expect, test } from 'vitest'
import type { Bulkhandeling, Invoer } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { previewBulk } from '#lib/zaaksysteem/bulk/preview-bulk.ts'
import { processBulkopdrachten } from '#lib/zaaksysteem/bulk/process-bulkopdrachten.ts'
import {
  addCoordinator,
  orderTestBulk,
  outcomesOf,
  prepareTestBulk,
  registerZaken,
} from '#lib/zaaksysteem/bulk/test-bulk.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { groupPreviews } from './voorbeeld.tsx'

const TODAY = '2026-11-25'
let now = new Date(`${TODAY}T09:00:00Z`)
const ctx = await openTestZaaksysteem({ clock: () => now })
const behandelaarId = await addCoordinator(ctx)

async function registerOn(date: string) {
  now = new Date(`${date}T09:00:00Z`)
  const [zaakId] = await registerZaken(ctx, 1)
  now = new Date(`${TODAY}T09:00:00Z`)
  return zaakId as string
}

async function preview(zaakIds: string[], handeling: Bulkhandeling, invoer: Invoer) {
  const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds, handeling, invoer })
  const previewed = await previewBulk(ctx, await outcomesOf(ctx, { behandelaarId, opdrachtId }))
  return groupPreviews(
    previewed.filter((regel) => regel.ok),
    now,
  )
}

test('zaken that differ only in dates form one group, each with its own date', async () => {
  const zaakIds = [await registerOn('2026-11-01'), await registerOn('2026-11-20')]
  const invoer = { statustype: 'in_behandeling', toelichting: 'Wij zijn begonnen.' }
  const [groep, ...others] = await preview(zaakIds, 'status', invoer)
  expect(others).toEqual([])
  expect(groep?.regels.map(({ zaakId }) => zaakId)).toEqual(zaakIds)
  const dates = groep?.regels.map(({ uiterlijkeEinddatum }) => uiterlijkeEinddatum)
  expect(dates).toEqual(['2026-12-27', '2027-01-15'])
})

test('the example shows only the new step, with its toelichting', async () => {
  const zaakIds = [await registerOn('2026-11-01')]
  const [groep] = await preview(zaakIds, 'verlengen', { dagen: 7, toelichting: 'Veel aanvragen.' })
  expect(groep?.progress.stappen).toMatchObject([
    { soort: 'verlenging', statustoelichting: 'Veel aanvragen.', termijn: { oud: '2026-12-27', nieuw: '2027-01-03' } },
  ])
})

test('a zaak whose citizen reads another text, such as that it takes too long, is in a group of its own', async () => {
  const late = await registerOn('2026-09-01')
  const zaakIds = [await registerOn('2026-11-01'), late, await registerOn('2026-11-02')]
  const groepen = await preview(zaakIds, 'status', { statustype: 'in_behandeling' })
  expect(groepen.map(({ regels }) => regels.length)).toEqual([2, 1])
  expect(groepen[1]?.regels[0]?.zaakId).toBe(late)
})

test('a term that will be suspended promises no date, and has the same text at every status', async () => {
  const zaakIds = [await registerOn('2026-11-01'), await registerOn('2026-11-02')]
  const further = { zaakIds: zaakIds.slice(1), behandelaarId, invoer: { statustype: 'in_behandeling' } }
  await orderTestBulk(ctx, further)
  await processBulkopdrachten(ctx)
  const invoer = { reden: 'overmacht', op: TODAY, tot: '2026-12-09' }
  const [groep, ...others] = await preview(zaakIds, 'opschorten', invoer)
  expect(others).toEqual([])
  expect(groep?.regels).toMatchObject([{ uiterlijkeEinddatum: null }, { uiterlijkeEinddatum: null }])
  expect(groep?.progress.stilstand).toMatchObject({ tot: '2026-12-09' })
})
