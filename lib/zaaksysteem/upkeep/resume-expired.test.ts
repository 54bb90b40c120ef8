import { expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { findZaakDetail } from '../zaak/detail/find-zaak-detail.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { undoHandeling } from '../zaak/handelingen/herstel/undo-handeling.ts'
import { resumeZaak } from '../zaak/handelingen/stilstand/resume-zaak.ts'
import { suspendZaak } from '../zaak/handelingen/stilstand/suspend-zaak.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { resumeExpired } from './resume-expired.ts'

const ASKED = new Date('2026-12-17T10:00:00Z')
const LAST_MINUTE = new Date('2026-12-31T22:59:59Z')
const MIDNIGHT = new Date('2026-12-31T23:00:00Z')

let now = ASKED
const ctx = await openTestZaaksysteem({ clock: () => now })

async function ask() {
  now = ASKED
  const zaak = await registerTestZaak(ctx)
  const aanvullingen = [{ naam: 'Plattegrond' }]
  await requestAanvulling(ctx, { ...zaak.change, versie: 1, uiterlijk: '2026-12-31', aanvullingen })
  return zaak
}

const read = (id: string) =>
  ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { statussen: { orderBy: { versie: 'asc' } } } })

test('the term resumes on the day after the last day in Dutch time, and both dates move by 14 days', async () => {
  const { id } = await ask()
  const before = await read(id)
  now = LAST_MINUTE
  expect(await resumeExpired(ctx)).toBe(0)
  now = MIDNIGHT
  expect(await resumeExpired(ctx)).toBe(1)
  const after = await read(id)
  expect(after).toMatchObject({ versie: 3, opschorting: null, opgeschortOp: null, opgeschortTot: null })
  expect(isoDate(after.hervatOp as Date)).toBe('2027-01-01')
  const days = (date: Date, earlier: Date) => (date.getTime() - earlier.getTime()) / 86_400_000
  expect(days(after.uiterlijkeEinddatum, before.uiterlijkeEinddatum)).toBe(14)
  expect(days(after.einddatumGepland, before.einddatumGepland)).toBe(14)
  expect(after.statussen[2]).toMatchObject({ soort: 'aanvulling_verlopen', gezetDoorClient: 'termijnbewaking' })
})

test('a missing aanvulling keeps its own last day, also when found late and after another opschorting', async () => {
  const { id, change } = await ask()
  const gevraagd = async () => (await findZaakResource(ctx, id))?.aanvullingen
  expect((await gevraagd())?.[0]).not.toHaveProperty('uiterlijk')
  now = new Date('2027-01-04T10:00:00Z')
  expect(await resumeExpired(ctx)).toBe(1)
  const uitstel = { reden: 'aanvrager_stemt_in', op: '2027-01-04', tot: '2027-01-06' }
  expect(await suspendZaak(ctx, { ...change, versie: 3, ...uitstel })).toMatchObject({ ok: true })
  now = new Date('2027-01-07T10:00:00Z')
  expect(await resumeExpired(ctx)).toBe(1)
  expect(await gevraagd()).toMatchObject([{ naam: 'Plattegrond', uiterlijk: '2026-12-31' }])
})

test('consent to wait ends by itself with the act hervatten, and the behandelaar gets a signalering', async () => {
  now = new Date('2026-10-01T10:00:00Z')
  const { id, change, behandelaarId } = await registerTestZaak(ctx)
  const uitstel = { reden: 'aanvrager_stemt_in', op: '2026-10-01', tot: '2026-10-15' }
  await suspendZaak(ctx, { ...change, versie: 1, ...uitstel })
  now = new Date('2026-10-15T21:59:59Z')
  expect(await resumeExpired(ctx)).toBe(0)
  now = new Date('2026-11-20T10:00:00Z')
  expect(await resumeExpired(ctx)).toBe(1)
  const after = await read(id)
  expect(after).toMatchObject({ versie: 3, opschorting: null, laatsteSoort: 'hervatting' })
  expect(isoDate(after.hervatOp as Date)).toBe('2026-10-16')
  expect(isoDate(after.uiterlijkeEinddatum)).toBe('2026-12-10')
  expect(after.statussen[2]).toMatchObject({ soort: 'hervatting', gezetDoorClient: 'termijnbewaking' })
  expect(await ctx.db.signalering.findMany({ where: { zaakId: id } })).toMatchObject([
    { behandelaarId, soort: 'instemming_geeindigd', gegeven: '3' },
  ])
  expect(await ctx.db.auditregel.findMany({ where: { zaakId: id, actor: 'termijnbewaking' } })).toMatchObject([
    { handeling: 'zaak_hervatten' },
  ])
})

test.each([
  ['the end of consent on its last day cannot be taken back, because it would end again', '2026-11-20', false],
  ['a resumption after the last day cannot be taken back either', '2026-10-16', false],
  ['a resumption before the last day can be taken back', '2026-10-10', true],
])('%s', async (_, op, canBeUndone) => {
  now = new Date('2026-10-01T10:00:00Z')
  const { id, change } = await registerTestZaak(ctx)
  await suspendZaak(ctx, { ...change, versie: 1, reden: 'aanvrager_stemt_in', op: '2026-10-01', tot: '2026-10-15' })
  now = new Date('2026-11-20T10:00:00Z')
  if (op === '2026-11-20') await resumeExpired(ctx)
  else await resumeZaak(ctx, { ...change, versie: 2, op })
  expect((await findZaakDetail(ctx, id, { lezer: LEZER }))?.vanzelf).toBe(!canBeUndone)
  const undone = await undoHandeling(ctx, { ...change, versie: 3, toelichting: 'Van een andere zaak.' })
  expect(undone).toMatchObject(canBeUndone ? { ok: true } : { broken: ['nothing_to_undo'] })
  expect(await resumeExpired(ctx)).toBe(canBeUndone ? 1 : 0)
})

test('an opschorting without an end of its own is not resumed', async () => {
  now = new Date('2026-10-01T10:00:00Z')
  const { change } = await registerTestZaak(ctx)
  await suspendZaak(ctx, { ...change, versie: 1, reden: 'overmacht', op: '2026-10-01', tot: '2026-10-15' })
  now = new Date('2026-11-20T10:00:00Z')
  expect(await resumeExpired(ctx)).toBe(0)
})

test('a worker that runs days later sets the same dates', async () => {
  const { id } = await ask()
  now = new Date('2027-01-09T08:00:00Z')
  await resumeExpired(ctx)
  expect(isoDate((await read(id)).hervatOp as Date)).toBe('2027-01-01')
})

test('two concurrent workers resume a zaak once', async () => {
  const { id } = await ask()
  now = MIDNIGHT
  const expired = await Promise.all([resumeExpired(ctx), resumeExpired(ctx)])
  expect(expired.reduce((sum, count) => sum + count)).toBe(1)
  expect(await read(id)).toMatchObject({ versie: 3 })
})
