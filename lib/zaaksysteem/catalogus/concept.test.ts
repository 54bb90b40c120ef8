import { expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { AANVRAGER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { discardConcept, findConcept, publishConcept, saveConcept } from './concept.ts'
import { findZaaktype, findZaaktypen } from './find-zaaktypen.ts'
import { countOpenZaken, findZaaktypestanden, versieOp } from './find-zaaktypestanden.ts'
import type { ZaaktypeGegevens } from './zaaktype.ts'

const TODAY = '2026-03-02'

let day = TODAY
const ctx = await openTestZaaksysteem({ clock: () => new Date(`${day}T09:00:00Z`) })
const { behandelaarId } = await registerTestZaak(ctx)
const beheerder = { soort: 'behandelaar' as const, id: behandelaarId, traceparent: TRACEPARENT }

async function gegevensOf(zaaktype: string) {
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, zaaktype)
  return { identificatie, versie, gegevens }
}

/** Saves a concept of the next version with some changes. */
async function draft(zaaktype: string, change: Partial<ZaaktypeGegevens>) {
  const [{ versie = 0 } = {}] = (await standOf(zaaktype))?.versies ?? []
  const { gegevens } = await gegevensOf(zaaktype)
  const concept = {
    identificatie: zaaktype,
    versie,
    bewerking: 0,
    gegevens: { ...gegevens, ...change },
    actor: beheerder,
  }
  expect(await saveConcept(ctx, concept)).toEqual({ ok: true })
}

const publish = (identificatie: string, geldigVanaf: string, { bewerking = 1, bevestigd = false } = {}) =>
  publishConcept(ctx, { identificatie, bewerking, geldigVanaf, bevestigd, actor: beheerder })

async function standOf(zaaktype: string) {
  return (await findZaaktypestanden(ctx)).find(({ identificatie }) => identificatie === zaaktype)
}

async function begun(zaaktype: string, startdatum?: string) {
  const { id } = await registerSoundZaak(ctx, {
    zaaktype,
    startdatum,
    omschrijving: 'Kraam',
    aanvrager: AANVRAGER,
    traceparent: TRACEPARENT,
  })
  return (await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).zaaktypeversie
}

test('a version holds for aanvragen from its day on; earlier aanvragen get the version before', async () => {
  await draft('APV-STAND', { servicenorm: 'P5W' })
  expect(await begun('APV-STAND')).toBe(1)
  expect(await publish('APV-STAND', '2026-04-01')).toEqual({ ok: true, versie: 2 })
  expect(await findConcept(ctx, 'APV-STAND')).toBeUndefined()

  day = '2026-03-31'
  expect([await begun('APV-STAND'), (await findZaaktype(ctx, 'APV-STAND')).servicenorm]).toEqual([1, 'P6W'])
  day = '2026-04-01'
  expect([await begun('APV-STAND'), (await findZaaktype(ctx, 'APV-STAND')).servicenorm]).toEqual([2, 'P5W'])
  expect(await begun('APV-STAND', '2026-03-31')).toBe(1)
  expect(await begun('APV-STAND', '1987-06-05')).toBe(1)
  day = TODAY
  const stand = await standOf('APV-STAND')
  expect(stand && [versieOp(stand, '2026-03-31')?.versie, versieOp(stand, '2026-04-01')?.versie]).toEqual([1, 2])
  expect(stand?.versies[0]).toMatchObject({ versie: 2, geldigVanaf: '2026-04-01', doorNaam: 'F. El Amrani' })
})

test('a zaaktype cannot be registered before its first day; from that day it also handles earlier aanvragen', async () => {
  const { gegevens } = await gegevensOf('APV-EVEN')
  const kermis = { identificatie: 'APV-KERMIS', versie: 0, bewerking: 0, gegevens, actor: beheerder }
  expect(await saveConcept(ctx, kermis)).toEqual({ ok: true })
  expect(await saveConcept(ctx, kermis)).toEqual({ ok: false, reason: 'conflict' })
  expect(await publish('APV-KERMIS', '2026-05-01')).toEqual({ ok: true, versie: 1 })
  const known = async () => (await findZaaktypen(ctx)).some(({ identificatie }) => identificatie === 'APV-KERMIS')
  expect(await known()).toBe(false)
  await expect(begun('APV-KERMIS')).rejects.toThrow('zaaktype_unknown')
  day = '2026-05-01'
  expect([await known(), await begun('APV-KERMIS', '2026-04-20')]).toEqual([true, 1])
  day = TODAY
})

test('the auditregel has the changed fields with their old and new values', async () => {
  const [regel] = await ctx.db.auditregel.findMany({ where: { handeling: 'zaaktype_wijzigen', objectId: 'APV-STAND' } })
  expect(regel?.wijzigingen).toEqual([{ veld: ['servicenorm'], van: 'P6W', naar: 'P5W' }])
  expect(regel).toMatchObject({ actor: beheerder.id, uitkomst: 'gelukt' })
})

test('a version cannot begin in the past or before a planned version', async () => {
  await draft('APV-STAND', { servicenorm: 'P4W' })
  expect(await publish('APV-STAND', '2026-03-01')).toEqual({ ok: false, reason: 'begins_in_past' })
  expect(await publish('APV-STAND', '2026-03-31')).toEqual({ ok: false, reason: 'begins_before_planned' })
  expect(await publish('APV-STAND', '2026-04-01')).toEqual({ ok: true, versie: 3 })
  day = '2026-04-01'
  expect(await begun('APV-STAND')).toBe(3)
  day = TODAY
})

test('a term that changes by more than half is stored only after a confirmation', async () => {
  const { gegevens } = await gegevensOf('APV-EXPL')
  await draft('APV-EXPL', { doorlooptijd: { ...gegevens.doorlooptijd, duur: 'P80W' } })
  expect(await publish('APV-EXPL', TODAY)).toEqual({ ok: false, reason: 'large_term_change' })
  expect(await publish('APV-EXPL', TODAY, { bevestigd: true })).toEqual({ ok: true, versie: 2 })
})

test('of two concurrent saves or publications of a concept one is refused as a conflict', async () => {
  await draft('PARK-GPK', { team: 'Parkeren en verkeer' })
  const { versie, gegevens } = await gegevensOf('PARK-GPK')
  const again = { identificatie: 'PARK-GPK', versie, bewerking: 1, gegevens, actor: beheerder }
  const saved = await Promise.all([saveConcept(ctx, again), saveConcept(ctx, again)])
  expect(saved.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await publish('PARK-GPK', TODAY)).toEqual({ ok: false, reason: 'conflict' })
  const published = await Promise.all([1, 2].map(() => publish('PARK-GPK', TODAY, { bewerking: 2 })))
  expect(published).toContainEqual({ ok: true, versie: 2 })
  expect(published).toContainEqual({ ok: false, reason: 'conflict' })
})

test('an imported concept cannot be published until it is complete', async () => {
  const { gegevens } = await gegevensOf('APV-EVEN')
  const imported = { identificatie: 'PARKEER', versie: 0, gegevens: { ...gegevens, team: '' }, actor: beheerder }
  await saveConcept(ctx, { ...imported, bewerking: 0, importverslag: [] })
  expect(await publish('PARKEER', TODAY)).toEqual({ ok: false, reason: 'incomplete' })
  expect(await saveConcept(ctx, { ...imported, bewerking: 1, gegevens })).toEqual({ ok: true })
  expect(await findConcept(ctx, 'PARKEER')).toMatchObject({ volledig: true, importverslag: [], bewerking: 2 })
  expect(await publish('PARKEER', TODAY, { bewerking: 2 })).toEqual({ ok: true, versie: 1 })
})

test('discarding deletes the concept, unless a colleague has changed it since', async () => {
  await draft('OMG-KAP', { team: 'Groen' })
  const shown = { identificatie: 'OMG-KAP', bewerking: 1, actor: beheerder }
  await discardConcept(ctx, { ...shown, bewerking: 2 })
  expect(await findConcept(ctx, 'OMG-KAP')).toMatchObject({ gegevens: { team: 'Groen' }, doorNaam: 'F. El Amrani' })
  await discardConcept(ctx, shown)
  expect(await findConcept(ctx, 'OMG-KAP')).toBeUndefined()
  expect(await ctx.db.auditregel.count({ where: { handeling: 'zaaktypeconcept_weggooien' } })).toBe(1)
})

test('open zaken are counted per version and status', async () => {
  const open = await countOpenZaken(ctx, 'APV-STAND')
  const of = (versie: number) => open.filter((each) => each.versie === versie)
  expect(of(1)).toEqual([{ versie: 1, statustype: 'aanvraag_ontvangen', aantal: 5 }])
  expect(of(3)).toEqual([{ versie: 3, statustype: 'aanvraag_ontvangen', aantal: 1 }])
  const version = await ctx.db.zaaktypeversie.findMany({
    where: { identificatie: 'APV-STAND' },
    orderBy: { versie: 'asc' },
  })
  expect(version.map(({ geldigVanaf }) => isoDate(geldigVanaf)).slice(1)).toEqual(['2026-04-01', '2026-04-01'])
})
