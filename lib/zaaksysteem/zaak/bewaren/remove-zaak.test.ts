import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DATA_SCHEMAS, EVENT_TYPES } from '#lib/contract/event-types.ts'
import { findBezorgingDetail } from '../../bezorging/overzicht/find-bezorging-detail.ts'
import { findBezorgingen } from '../../bezorging/overzicht/find-bezorgingen.ts'
import { addAbonnement } from '../../bezorging/test-abonnement.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { findGebeurtenissen } from '../../stroom/find-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { findZaakDetail } from '../detail/find-zaak-detail.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { addNotitie } from '../notitie/add-notitie.ts'
import { AANVRAGER, LEZER, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { holdZaak } from './hold-zaak.ts'
import { removeZaak } from './remove-zaak.ts'

const NOW = new Date('2026-11-27T08:12:00Z')
let ctx: TestZaaksysteem
let now: Date
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
beforeEach(() => {
  now = NOW
})
afterAll(() => ctx.close())

const TOELICHTING = 'Wij belden u over de kraam.'

async function registered() {
  const zaak = await registerTestZaak(ctx, { omschrijving: 'Kraam van De Vries', rollen: ['beheerder'] })
  const change = { ...zaak.change, versie: 1, statustype: 'in_behandeling', toelichting: TOELICHTING }
  await changeStatus(ctx, change)
  await addNotitie(ctx, { zaakId: zaak.id, tekst: 'Mevrouw De Vries belde.', behandelaarId: zaak.behandelaarId })
  const removal = { zaakId: zaak.id, versie: 2, door: { behandelaarId: zaak.behandelaarId }, traceparent: TRACEPARENT }
  return { ...zaak, removal: { ...removal, grond: 'vergissing' as const } }
}

/** Returns all contents of the database, except the behandelaars. */
async function everything() {
  const { rows } = await ctx.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('behandelaar', 'sessie')`,
  )
  const tables = await Promise.all(rows.map(({ name }) => ctx.pool.query(`select * from "${name}"`)))
  return JSON.stringify(tables.map((table) => table.rows))
}

test('removing a zaak deletes personal data and free text, and keeps the fact', async () => {
  const { id, identificatie, behandelaarId, removal } = await registered()
  expect(await everything()).toContain(AANVRAGER.bsn)
  expect(await removeZaak(ctx, removal)).toMatchObject({ ok: true })

  const all = await everything()
  for (const text of [AANVRAGER.bsn, AANVRAGER.naam, 'De Vries', TOELICHTING]) expect(all).not.toContain(text)
  expect(await findZaakDetail(ctx, id, { lezer: LEZER })).toBeUndefined()
  expect(await ctx.db.verwijderdeZaak.findUnique({ where: { id } })).toMatchObject({
    identificatie,
    zaaktype: 'APV-STAND',
    grond: 'vergissing',
    doorId: behandelaarId,
    doorClient: null,
  })
})

test('its events stay without a gap in the sequence, and the removal is the last event', async () => {
  await distributeGebeurtenissen(ctx)
  const abonnementId = await addAbonnement(ctx, {
    filters: [{ exact: { zaaktype: 'APV-STAND' } }],
  })
  const [before] = await ctx.db.gebeurtenis.findMany({ orderBy: { sequence: 'desc' }, take: 1 })
  const vanaf = before?.sequence as number
  const [distributed, fresh] = [await registered(), await registered()]
  await removeZaak(ctx, fresh.removal)
  await distributeGebeurtenissen(ctx)
  await removeZaak(ctx, distributed.removal)
  await distributeGebeurtenissen(ctx)

  const page = await findGebeurtenissen(ctx, { vanaf, limiet: 100 })
  if (!page.ok) throw new Error(page.reason)
  const events = JSON.parse(page.batch)
  expect(events.map(({ sequence }: { sequence: string }) => Number(sequence))).toEqual(
    [1, 2, 3, 4, 5, 6].map((step) => vanaf + step),
  )
  for (const { id } of [distributed, fresh]) {
    const last = events.findLast(({ subject }: { subject: string }) => subject === id)
    expect(last.type).toBe(EVENT_TYPES.verwijdering)
    expect(DATA_SCHEMAS[EVENT_TYPES.verwijdering].parse(last.data).zaakId).toBe(id)
  }
  const bezorgingen = await ctx.db.bezorging.findMany({ where: { abonnementId }, orderBy: { sequence: 'asc' } })
  expect(bezorgingen.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6].map((step) => vanaf + step))
})

test('the desk still shows the bezorgingen of a removed zaak, under its zaaknummer', async () => {
  const { id, identificatie, removal } = await registered()
  await removeZaak(ctx, removal)
  await addAbonnement(ctx)
  await distributeGebeurtenissen(ctx)
  for (const zoek of [identificatie, id]) {
    const { regels } = await findBezorgingen(ctx, { zoek, type: EVENT_TYPES.verwijdering })
    expect(regels.length).toBeGreaterThan(0)
    for (const regel of regels) expect(regel).toMatchObject({ zaakId: id, identificatie })
    expect(await findBezorgingDetail(ctx, regels[0]?.id as string)).toMatchObject({ identificatie })
  }
})

test('a zaak that changed, is open, is still kept or does not exist is not removed', async () => {
  const { id, removal, change } = await registered()
  expect(await removeZaak(ctx, { ...removal, versie: 1 })).toMatchObject({ reason: 'conflict' })
  const byClient = { grond: 'bewaartermijn', door: { client: 'depot' } } as const
  const tooEarly = await removeZaak(ctx, { ...removal, ...byClient })
  expect(tooEarly).toEqual({ ok: false, reason: 'refused', broken: ['still_open'] })
  expect(await findZaakDetail(ctx, id, { lezer: LEZER })).toBeDefined()

  await changeStatus(ctx, { ...change, versie: 2, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
  const closed = { ...removal, ...byClient, versie: 3 }
  now = new Date('2031-11-26T22:59:59Z')
  expect(await removeZaak(ctx, closed)).toEqual({ ok: false, reason: 'refused', broken: ['still_kept'] })
  now = new Date('2031-11-26T23:00:00Z')
  expect(await removeZaak(ctx, closed)).toMatchObject({ ok: true })
  expect(await removeZaak(ctx, { ...removal, versie: 3 })).toEqual({ ok: false, reason: 'not_found' })
})

test('one person can only remove a zaak that was registered by mistake on the same day in the Netherlands', async () => {
  now = new Date('2026-11-27T22:30:00Z')
  const { id, removal } = await registered()
  const alone = { ok: false, reason: 'refused', broken: ['needs_second'] }
  expect(await removeZaak(ctx, { ...removal, grond: 'bewaartermijn' })).toEqual(alone)
  now = new Date('2026-11-27T23:00:00Z')
  expect(await removeZaak(ctx, removal)).toEqual(alone)
  expect(await removeZaak(ctx, { ...removal, door: { lijstId: crypto.randomUUID() } })).toEqual(alone)
  now = new Date('2026-11-27T22:59:59Z')
  expect(await removeZaak(ctx, removal)).toMatchObject({ ok: true })
  expect(await ctx.db.zaak.count({ where: { id } })).toBe(0)
})

test('a held zaak cannot be removed, also not by a client, until the day after the hold', async () => {
  const { id, behandelaarId, removal } = await registered()
  const actor = { soort: 'behandelaar', id: behandelaarId, traceparent: TRACEPARENT } as const
  const held = { zaakId: id, aangehouden: true, tot: '2026-11-27', reden: 'Verzoek van Van Zanten.', actor }
  expect(await holdZaak(ctx, { ...held, tot: '2026-11-26' })).toEqual({ ok: false, reason: 'past' })
  expect(await holdZaak(ctx, held)).toEqual({ ok: true })
  expect(await holdZaak(ctx, held)).toEqual({ ok: false, reason: 'unchanged' })
  const refused = { ok: false, reason: 'refused', broken: ['held'] }
  expect(await removeZaak(ctx, removal)).toEqual(refused)
  const byClient = { ...removal, door: { client: 'depot' } }
  expect(await removeZaak(ctx, byClient)).toEqual(refused)
  now = new Date('2026-11-27T23:00:00Z')
  expect(await removeZaak(ctx, byClient)).toMatchObject({ ok: true })
  expect(await everything()).not.toContain('Van Zanten')
})

test('of ten concurrent removals and acts one succeeds', async () => {
  const { id, removal, change } = await registered()
  const act = { ...change, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' }
  const attempts = Array.from({ length: 10 }, (_, index) =>
    index % 2 ? changeStatus(ctx, act) : removeZaak(ctx, removal),
  )
  const outcomes = await Promise.all(attempts)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id } })).toBe(3)
})
