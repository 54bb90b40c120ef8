import { expect, test } from 'vitest'
import { addToDate, isoDate } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../catalogus/store-zaaktypeversie.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { findZaakResource } from '../api/resource/find-zaak-resource.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { resumeZaak } from '../handelingen/stilstand/resume-zaak.ts'
import { suspendZaak } from '../handelingen/stilstand/suspend-zaak.ts'
import { receiveIngebrekestelling } from '../handelingen/te-laat/receive-ingebrekestelling.ts'
import { extendZaak } from '../handelingen/verlenging/extend-zaak.ts'
import { registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { findHerberekening, findHerberekeningen } from './find-herberekeningen.ts'
import { processHerberekeningen } from './process-herberekeningen.ts'
import { requestHerberekening, startHerberekening } from './request-herberekening.ts'

const TOELICHTING = 'De laatste dag viel op een zondag.'

let now = new Date('2026-10-10T09:00:00Z')
const ctx = await openTestZaaksysteem({ clock: () => now })
const { behandelaarId } = await registerTestZaak(ctx, { zaaktype: 'PARK-BEW' })
const beheerder = { soort: 'behandelaar' as const, id: behandelaarId, traceparent: TRACEPARENT }

/**
 * Registers a zaak as zaken were stored before terms moved to a working day: 5 December 2026 is a Saturday.
 */
async function registerWrongly(zaaktype = 'OMG-REG') {
  const zaak = await registerTestZaak(ctx, { zaaktype })
  await move(zaak.id, { uiterlijke_einddatum: '2026-12-05', doorgeschoven_dagen: 0 })
  return zaak
}

/** Changes columns of a zaak and of its whole history. */
async function move(id: string, columns: Record<string, string | number>) {
  const set = Object.entries(columns)
    .map(([column, value]) => `${column} = '${value}'`)
    .join(', ')
  await ctx.pool.query(`update zaak set ${set} where id = '${id}'`)
  await ctx.pool.query(`update status set ${set} where zaak_id = '${id}'`)
}

async function search({ zaaktype = 'OMG-REG' as string | null, naarVersie = null as number | null } = {}) {
  const id = await requestHerberekening(ctx, { zaaktype, naarVersie, actor: beheerder })
  await processHerberekeningen(ctx)
  return found(id)
}

async function found(id: string) {
  const herberekening = await findHerberekening(ctx, id)
  if (!herberekening) throw new Error('The herberekening does not exist')
  return herberekening
}

async function start(id: string, { ookLater = true } = {}) {
  await startHerberekening(ctx, { id, toelichting: TOELICHTING, ookLater, actor: beheerder })
  await processHerberekeningen(ctx)
  return found(id)
}

const read = (id: string) =>
  ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { statussen: { orderBy: { versie: 'asc' } } } })

test('a term that was stored on a Saturday is found, shown and, once somebody starts it, changed by an act', async () => {
  const { id } = await registerWrongly()
  const shown = await search()
  expect(shown).toMatchObject({ gezocht: 1, gevonden: 1, gestartOp: null, klaarOp: null })
  expect(shown.regels).toMatchObject([
    {
      zaakId: id,
      fataleDatumWas: '2026-12-05',
      fataleDatum: '2026-12-07',
      streefdatumWas: '2026-11-21',
      uitkomst: null,
    },
  ])
  expect(isoDate((await read(id)).uiterlijkeEinddatum)).toBe('2026-12-05')

  const done = await start(shown.id)
  expect(done).toMatchObject({ klaarOp: now, regels: [{ uitkomst: 'gedaan', redenen: [] }] })
  const after = await read(id)
  expect(after).toMatchObject({ versie: 2, doorgeschovenDagen: 2, laatsteSoort: 'herberekening' })
  expect(isoDate(after.uiterlijkeEinddatum)).toBe('2026-12-07')
  expect(after.statussen[1]).toMatchObject({
    soort: 'herberekening',
    statustoelichting: TOELICHTING,
    gezetDoorClient: 'herberekening',
  })
  const events = { zaakId: id, type: 'nl.overheid.zaken.zaak-termijn-herberekend' }
  expect(await ctx.db.gebeurtenis.count({ where: events })).toBe(1)
  expect(await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'termijn_herberekenen' } })).toHaveLength(1)
  expect(await ctx.db.auditregel.findMany({ where: { handeling: 'herberekening_opdragen' } })).toMatchObject([
    { actor: beheerder.id, objectId: shown.id },
  ])
  expect((await search()).gevonden).toBe(0)
})

test('two workers, a second start and a start before the search ended change each zaak once', async () => {
  const { id } = await registerWrongly()
  const herberekening = await requestHerberekening(ctx, { zaaktype: 'OMG-REG', naarVersie: null, actor: beheerder })
  await start(herberekening)
  expect((await found(herberekening)).gestartOp).toBeNull()
  for (const _ of [1, 2]) {
    await startHerberekening(ctx, { id: herberekening, toelichting: TOELICHTING, ookLater: true, actor: beheerder })
  }
  await Promise.all([processHerberekeningen(ctx), processHerberekeningen(ctx)])
  await processHerberekeningen(ctx)
  expect(await read(id)).toMatchObject({ versie: 2 })
})

test('a later date is set only after a confirmation, and never after an ingebrekestelling', async () => {
  const { id } = await registerWrongly()
  const { id: late, change } = await registerWrongly()
  now = new Date('2026-12-10T09:00:00Z')
  await receiveIngebrekestelling(ctx, { ...change, versie: 1, op: '2026-12-10' })
  const shown = await search()
  expect(shown.gevonden).toBe(2)
  const done = await start(shown.id, { ookLater: false })
  const reasons = new Map(done.regels.map(({ zaakId, redenen }) => [zaakId, redenen]))
  expect(reasons.get(id)).toEqual(['later_unsaid'])
  expect(reasons.get(late)).toEqual(['later_unsaid', 'later_after_ingebrekestelling'])
  const again = await start((await search()).id)
  const outcomes = new Map(again.regels.map(({ zaakId, uitkomst }) => [zaakId, uitkomst]))
  expect([outcomes.get(id), outcomes.get(late)]).toEqual(['gedaan', 'geweigerd'])
  expect(isoDate((await read(late)).uiterlijkeEinddatum)).toBe('2026-12-05')
  await ctx.db.zaak.updateMany({
    where: { id: late },
    data: { einddatum: new Date('2026-12-10'), resultaat: 'verleend' },
  })
  now = new Date('2026-10-10T09:00:00Z')
})

test('an extension and a suspension in the history count in the recomputed dates', async () => {
  const { id, change } = await registerTestZaak(ctx, { zaaktype: 'OMG-REG' })
  await suspendZaak(ctx, { ...change, versie: 1, reden: 'aanvrager_stemt_in', op: '2026-10-10', tot: '2026-10-24' })
  now = new Date('2026-10-20T09:00:00Z')
  await resumeZaak(ctx, { ...change, versie: 2, op: '2026-10-20' })
  await extendZaak(ctx, { ...change, versie: 3, dagen: 14, toelichting: 'Advies.' })
  expect((await search()).gevonden).toBe(0)
  const right = await read(id)
  await ctx.pool.query(`update zaak set uiterlijke_einddatum = uiterlijke_einddatum - 3 where id = $1`, [id])
  const done = await start((await search()).id)
  expect(done.regels).toMatchObject([
    { zaakId: id, fataleDatum: isoDate(right.uiterlijkeEinddatum), uitkomst: 'gedaan' },
  ])
  now = new Date('2026-10-10T09:00:00Z')
})

test('a zaak that was changed or closed after the search is not changed', async () => {
  const { change } = await registerWrongly()
  const shown = await search()
  const status = { ...change, versie: 1, statustype: 'aanvraag_compleet' }
  expect(await changeStatus(ctx, status)).toMatchObject({ ok: true })
  const done = await start(shown.id)
  expect(done.regels).toMatchObject([{ uitkomst: 'geweigerd', redenen: ['changed_meanwhile'] }])
  expect((await start((await search()).id)).regels).toMatchObject([{ uitkomst: 'gedaan' }])
})

test('recomputing by the version in force moves the zaak to that version', async () => {
  const { id } = await registerTestZaak(ctx, { zaaktype: 'APV-EXPL' })
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-EXPL')
  const next = {
    ...gegevens,
    omschrijving: { ...gegevens.omschrijving, nl: 'Exploitatie' },
    doorlooptijd: { ...gegevens.doorlooptijd, duur: 'P7W' },
    servicenorm: 'P5W',
  }
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: next, actor: beheerder })
  expect((await search({ zaaktype: 'APV-EXPL' })).gevonden).toBe(0)
  const done = await start((await search({ zaaktype: 'APV-EXPL', naarVersie: 2 })).id, { ookLater: false })
  expect(done.regels).toMatchObject([{ fataleDatum: addToDate('2026-10-10', 'P7W'), uitkomst: 'gedaan' }])
  expect(await read(id)).toMatchObject({ zaaktypeversie: 2, zaaktypenaam: 'Exploitatie' })
  const resource = await findZaakResource(ctx, id)
  expect(resource).toMatchObject({
    zaaktype: { versie: 2 },
    uiterlijkeEinddatumAfdoening: addToDate('2026-10-10', 'P7W'),
  })
})

test('an extension has no effect when its term turns out to have been over', async () => {
  const { id, change } = await registerTestZaak(ctx, { zaaktype: 'APV-STAND' })
  now = new Date('2026-11-30T09:00:00Z')
  await extendZaak(ctx, { ...change, versie: 1, dagen: 14, toelichting: 'Advies.' })
  expect(await read(id)).toMatchObject({ verlengd: true })
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const next = { ...gegevens, doorlooptijd: { ...gegevens.doorlooptijd, duur: 'P7W' } }
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: next, actor: beheerder })
  const done = await start((await search({ zaaktype: 'APV-STAND', naarVersie: 2 })).id)
  expect(done.regels).toMatchObject([{ fataleDatum: addToDate('2026-10-10', 'P7W'), uitkomst: 'gedaan' }])
  expect(await read(id)).toMatchObject({ verlengd: false })
  now = new Date('2026-10-10T09:00:00Z')
})

test('a search over all zaaktypen includes vertrouwelijke zaken and is listed', async () => {
  const { id } = await registerWrongly()
  await ctx.db.zaak.update({ where: { id }, data: { vertrouwelijk: true, team: 'Een ander team' } })
  const shown = await search({ zaaktype: null })
  expect(shown.regels.map(({ zaakId }) => zaakId)).toEqual([id])
  expect(shown.gezocht).toBeGreaterThan(3)
  expect((await start(shown.id)).regels).toMatchObject([{ uitkomst: 'gedaan' }])
  expect((await findHerberekeningen(ctx)).map(({ id }) => id)).toContain(shown.id)
})
